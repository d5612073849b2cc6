import type { FormalityKind } from "@customhouse/model";
import type { MainPath } from "../declarations/contract.ts";

export interface CargoRoom {
  readonly mainPath: MainPath;
  /** TINs of who filed or reported the container, or was named for it. */
  readonly partiesToContainer: (
    container: string,
    kinds: readonly FormalityKind[],
  ) => Promise<readonly string[]>;
}
