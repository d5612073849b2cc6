/** What operations and other rooms ask about traders beside their registrations. */
import type { Declaration, Recognition } from "@customhouse/model";

export { masterFindings } from "./master-data.ts";

/** What a foreign operator counts as here, by an arrangement with its administration. */
export interface Recognised extends Pick<Recognition, "number" | "partner" | "grants"> {
  readonly id: string;
  readonly type: string;
}

export interface Traders {
  /** What foreign operators count as here today. */
  recognitionsOf(ids: readonly string[]): Promise<readonly Recognised[]>;
  /** What the foreign operators that a declaration names count as: codes as in selectivity. */
  grantsOf(declaration: Declaration): Promise<readonly string[]>;
}
