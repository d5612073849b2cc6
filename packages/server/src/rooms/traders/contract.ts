/** The interface of the traders room for operations and other rooms, apart from registrations. */
import type { Declaration, Recognition } from "@customhouse/model";

export { masterFindings } from "./master-data.ts";

/** The status that a foreign operator has here by an arrangement with its administration. */
export interface Recognised extends Pick<Recognition, "number" | "partner" | "grants"> {
  readonly id: string;
  readonly type: string;
}

export interface Traders {
  /** Recognised foreign operators, with the status of each today. */
  recognitionsOf(ids: readonly string[]): Promise<readonly Recognised[]>;
  /** The status of the foreign operators that a declaration names, as codes of selectivity. */
  grantsOf(declaration: Declaration): Promise<readonly string[]>;
}
