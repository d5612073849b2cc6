import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { descriptionsFrom } from "../live/description-reader.ts";
import type { RiskRoom } from "../room.ts";
import { bringIn, MAX_MODEL_BYTES, riskModel } from "../wire.ts";

const PATH = "/v1/risk/description-models";

export const storeDescriptions = (room: RiskRoom) =>
  operation(
    {
      id: "risk.storeDescriptionModel",
      method: "post",
      path: PATH,
      summary:
        "Bring in a model that reads descriptions; a policy that names it sees what they say",
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
        await descriptionsFrom(bytes),
        { name: query.name, by: principal.subject, at: platform.clock(), path: PATH },
        (model) => room.desk.storeDescriptions({ ...model, content: bytes }),
      ),
  );
