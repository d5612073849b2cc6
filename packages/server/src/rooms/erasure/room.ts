import type { MainPath } from "../declarations/contract.ts";
import type { FormalityRecords } from "../formalities/contract.ts";
import type { ErasureDesk } from "./erasure-desk.ts";

export interface ErasureRoom {
  readonly mainPath: MainPath;
  readonly formalities: FormalityRecords;
  readonly desk: ErasureDesk;
}
