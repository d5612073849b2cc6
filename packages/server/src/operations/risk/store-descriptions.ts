import { z } from "@hono/zod-openapi";
import { errors } from "../../errors.ts";
import { operation } from "../../http/define.ts";
import { created, problem } from "../../http/reply.ts";
import { descriptionsFrom } from "../../risk/description-reader.ts";
import { riskModel } from "./shared.ts";

/** A model of all codes of a tariff, as it is written: gzipped. */
const MAX_MODEL_BYTES = 64 * 1024 * 1024;

export const storeDescriptions = operation(
  {
    id: "risk.storeDescriptionModel",
    method: "post",
    path: "/v1/risk/description-models",
    summary: "Bring in a model that reads descriptions; a policy that names it sees what they say",
    tag: "Risk",
    action: "manageRisk",
    bulkhead: "analytics",
    bodyKind: "document",
    maxBytes: () => MAX_MODEL_BYTES,
    query: z.object({ name: z.string().trim().min(1).max(100) }),
    answers: { 201: { description: "Stored", schema: riskModel } },
  },
  async (call) => {
    const { risk, clock } = call.parts;
    const read = await descriptionsFrom(call.bytes);
    if (!read.ok) return problem(errors.modelRejected, { message: read.message });
    const stored = {
      digest: read.digest,
      name: call.query.name,
      card: read.card,
      createdBy: call.principal.subject,
      createdAt: clock().toISOString(),
    };
    await risk.storeDescriptions({ ...stored, content: call.bytes });
    return created(stored, `/v1/risk/description-models/${stored.digest}`);
  },
);
