import { paymentMarkPaid } from "@customhouse/api/payments/operations";
import { actorOf } from "../../../platform/access/principal.ts";
import { relationTo } from "../../../platform/access/relation.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { idempotencyKey } from "../../../platform/http/idempotency-key.ts";
import { ok, problem, refused } from "../../../platform/http/reply.ts";
import { statusView } from "../../declarations/contract.ts";
import type { PaymentsRoom } from "../room.ts";

/** A bank's own message would come here; in the box a person records that the money has come. */
export const markPaid = (room: PaymentsRoom) =>
  operation(paymentMarkPaid, { action: "markPaid", bulkhead: "formal" }, async (call) => {
    const { access, country, clock } = call.platform;
    const { mrn, amountMinor, reference } = call.body;
    const key = idempotencyKey(call.headers);
    if (!key.ok) return key.reply;
    const file = await call.platform.cases.byMrn(mrn);
    const { role } = call.principal;
    const relation = file && relationTo(call.principal, file, country.register);
    if (!file || !relation || !access.allows(role, "markPaid", relation)) {
      return problem(errors.notFound);
    }
    const command = { type: "Pay", amountMinor: BigInt(amountMinor), reference } as const;
    const actor = actorOf(call.principal);
    const options = { idempotencyKey: key.value };
    const result = await room.declarations.act(actor, file.case.caseId, command, options);
    if (result.status === "refused") return refused(result);
    const labels = access.labels(role, relation, call.purpose !== undefined);
    const promise = result.promise();
    return ok({ status: statusView(result.case, labels, clock()), promise });
  });
