import type { Operation } from "../../platform/http/operation.ts";
import type { MainPath } from "../declarations/contract.ts";
import { callback } from "./operations/callback.ts";
import { markPaid } from "./operations/mark-paid.ts";
import { statement } from "./operations/statement.ts";

export interface PaymentsRoom {
  readonly mainPath: MainPath;
  /** Shared with the payment provider: signs what it tells (Standard Webhooks). */
  readonly providerSecret: string;
}

export function paymentsOperations(room: PaymentsRoom): readonly Operation[] {
  return [
    markPaid(room), // POST /v1/payments
    callback(room), // POST /v1/payments/callback
    statement(room), // POST /v1/bank-statements
  ];
}
