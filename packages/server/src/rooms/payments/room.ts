import type { MainPath } from "../declarations/contract.ts";

export interface PaymentsRoom {
  readonly mainPath: MainPath;
  /** Shared with the payment provider: signs what it tells (Standard Webhooks). */
  readonly providerSecret: string;
}
