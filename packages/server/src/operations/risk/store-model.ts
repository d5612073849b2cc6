import { z } from "@hono/zod-openapi";
import { errors } from "../../errors.ts";
import { operation } from "../../http/define.ts";
import { created, problem } from "../../http/reply.ts";
import { modelFrom } from "../../risk/scorer.ts";
import { riskModel } from "./shared.ts";

export const storeModel = operation(
  {
    id: "risk.storeModel",
    method: "post",
    path: "/v1/risk/models",
    summary: "Bring in a trained model; a policy that names it by its digest scores with it",
    tag: "Risk",
    action: "manageRisk",
    bulkhead: "analytics",
    bodyKind: "document",
    query: z.object({ name: z.string().trim().min(1).max(100) }),
    answers: { 201: { description: "Stored", schema: riskModel } },
  },
  async (call) => {
    const { risk, clock } = call.parts;
    const read = await modelFrom(call.bytes);
    if (!read.ok) return problem(errors.modelRejected, { message: read.message });
    const stored = {
      digest: read.digest,
      name: call.query.name,
      card: read.card,
      createdBy: call.principal.subject,
      createdAt: clock().toISOString(),
    };
    await risk.storeModel({ ...stored, content: call.bytes });
    return created(stored, `/v1/risk/models/${stored.digest}`);
  },
);
