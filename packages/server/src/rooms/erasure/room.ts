import type { Declarations } from "../declarations/contract.ts";
import type { Formalities } from "../formalities/contract.ts";
import type { ErasureDesk } from "./erasure-desk.ts";

export interface ErasureRoom {
  readonly declarations: Declarations;
  readonly formalities: Formalities;
  readonly desk: ErasureDesk;
}
