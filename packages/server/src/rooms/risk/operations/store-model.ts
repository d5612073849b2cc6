import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { modelFrom } from "../live/scorer.ts";
import type { RiskRoom } from "../room.ts";
import { bringIn, MAX_MODEL_BYTES, riskModel } from "../wire.ts";

const PATH = "/v1/risk/models";

export const storeModel = (room: RiskRoom) =>
  operation(
    {
      id: "risk.storeModel",
      method: "post",
      path: PATH,
      summary: "Bring in a trained model; a policy that names it by its digest scores with it",
      tag: "Risk",
      action: "manageRisk",
      bulkhead: "analytics",
      bodyKind: "document",
      maxBytes: () => MAX_MODEL_BYTES,
      query: z.object({ name: z.string().trim().min(1).max(100) }),
      answers: { 201: { description: "Stored", schema: riskModel } },
    },
    async ({ bytes, platform, principal, query }) =>
      bringIn(
        await modelFrom(bytes),
        { name: query.name, by: principal.subject, at: platform.clock(), path: PATH },
        (model) => room.desk.storeModel({ ...model, content: bytes }),
      ),
  );
