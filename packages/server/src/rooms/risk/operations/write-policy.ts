import { createHash } from "node:crypto";
import { POLICY } from "@customhouse/history/policy-file";
import { checkedPolicy } from "@customhouse/risk";
import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { created } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { modelMissing, policyVersion, rulesRejected } from "../wire.ts";

export const writePolicy = (room: RiskRoom) =>
  operation(
    {
      id: "risk.writePolicy",
      method: "post",
      path: "/v1/risk/policies",
      summary:
        "Write rules, model and settings as a draft: all of it can be used, or none is taken",
      tag: "Risk",
      action: "manageRisk",
      bulkhead: "analytics",
      bodyKind: "json",
      maxBytes: ({ limits }) => limits.messageBytes,
      body: z.strictObject({ note: z.string().trim().min(1).max(500), policy: POLICY }),
      answers: { 201: { description: "A draft", schema: policyVersion } },
    },
    async (call) => {
      const { clock } = call.platform;
      const checked = checkedPolicy(call.body.policy);
      if (!("policy" in checked)) return rulesRejected(checked);
      const { policy } = checked;
      for (const part of ["model", "challenger", "descriptions"] as const) {
        const digest = policy[part];
        if (digest === undefined) continue;
        const stored =
          part === "descriptions" ? room.desk.descriptions(digest) : room.desk.model(digest);
        if ((await stored) === undefined) return modelMissing(part, digest);
      }
      const stored = await room.desk.storePolicy({
        policy,
        digest: createHash("sha256").update(JSON.stringify(policy)).digest("hex"),
        note: call.body.note,
        createdBy: call.principal.subject,
        createdAt: clock().toISOString(),
      });
      return created(stored, `/v1/risk/policies/${stored.version}`);
    },
  );
