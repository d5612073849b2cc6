import type { CaseHistory, MainPath } from "../declarations/contract.ts";
import type { ControlStore } from "./store/queues.ts";

/** What the operations of officers and agencies work with. */
export interface ControlRoom {
  readonly mainPath: MainPath;
  readonly declarations: CaseHistory;
  readonly store: ControlStore;
}
