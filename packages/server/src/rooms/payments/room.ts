import type { Declarations } from "../declarations/contract.ts";
import type { Formalities } from "../formalities/contract.ts";

export interface PaymentsRoom {
  readonly declarations: Declarations;
  readonly formalities: Formalities;
  /** Shared with the payment provider: signs what it tells (Standard Webhooks). */
  readonly providerSecret: string;
}
