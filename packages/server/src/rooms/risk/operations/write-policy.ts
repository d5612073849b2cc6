import { createHash } from "node:crypto";
import { riskWritePolicy } from "@customhouse/api/risk/policies";
import { checkedPolicy } from "@customhouse/risk";
import { operation } from "../../../platform/http/define.ts";
import { created } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { modelMissing, rulesRejected } from "../wire.ts";

export const writePolicy = (room: RiskRoom) =>
  operation(
    riskWritePolicy,
    { action: "manageRisk", bulkhead: "analytics", maxBytes: ({ limits }) => limits.messageBytes },
    async (call) => {
      const { clock } = call.platform;
      const checked = checkedPolicy(call.body.policy);
      if (!("policy" in checked)) return rulesRejected(checked);
      const { policy } = checked;
      for (const part of ["model", "challenger", "descriptions"] as const) {
        const digest = policy[part];
        if (digest === undefined) continue;
        const stored =
          part === "descriptions" ? room.records.descriptions(digest) : room.records.model(digest);
        if ((await stored) === undefined) return modelMissing(part, digest);
      }
      const stored = await room.records.storePolicy({
        policy,
        digest: createHash("sha256").update(JSON.stringify(policy)).digest("hex"),
        note: call.body.note,
        createdBy: call.principal.subject,
        createdAt: clock().toISOString(),
      });
      return created(stored, `/v1/risk/policies/${stored.version}`);
    },
  );
