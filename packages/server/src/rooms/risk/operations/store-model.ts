import { riskStoreModel } from "@customhouse/api/risk/models";
import { operation } from "../../../platform/http/define.ts";
import { modelFrom } from "../live/scorer.ts";
import type { RiskRoom } from "../room.ts";
import { bringIn, MAX_MODEL_BYTES } from "../wire.ts";

const PATH = "/v1/risk/models";

export const storeModel = (room: RiskRoom) =>
  operation(
    riskStoreModel,
    { action: "manageRisk", bulkhead: "analytics", maxBytes: () => MAX_MODEL_BYTES },
    async ({ bytes, platform, principal, query }) =>
      bringIn(
        await modelFrom(bytes),
        { name: query.name, by: principal.subject, at: platform.clock(), path: PATH },
        (model) => room.records.storeModel({ ...model, content: bytes }),
      ),
  );
