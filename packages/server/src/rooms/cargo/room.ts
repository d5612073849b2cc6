import type { FormalityKind } from "@customhouse/model";
import type { Cargo } from "./contract.ts";

export interface CargoRoom {
  readonly cargo: Cargo;
  /** TINs of who filed or reported the container, or was named for it. */
  readonly partiesToContainer: (
    container: string,
    kinds: readonly FormalityKind[],
  ) => Promise<readonly string[]>;
}
