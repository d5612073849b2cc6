import type { Declarations } from "../declarations/contract.ts";
import type { Formalities } from "../formalities/contract.ts";
import type { ErasureRequests } from "./erasure-requests.ts";

export interface ErasureRoom {
  readonly declarations: Declarations;
  readonly formalities: Formalities;
  readonly requests: ErasureRequests;
}
