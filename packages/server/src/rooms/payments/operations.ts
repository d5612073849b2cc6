import type { Operation } from "../../platform/http/operation.ts";
import { callback } from "./operations/callback.ts";
import { markPaid } from "./operations/mark-paid.ts";
import { statement } from "./operations/statement.ts";
import type { PaymentsRoom } from "./room.ts";

export function paymentsOperations(room: PaymentsRoom): readonly Operation[] {
  return [
    markPaid(room), // POST /v1/payments
    callback(room), // POST /v1/payments/callback
    statement(room), // POST /v1/bank-statements
  ];
}
