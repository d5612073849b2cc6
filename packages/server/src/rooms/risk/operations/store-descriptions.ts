import { riskStoreDescriptionModel } from "@customhouse/api/risk/models";
import { operation } from "../../../platform/http/define.ts";
import { descriptionsFrom } from "../live/description-reader.ts";
import type { RiskRoom } from "../room.ts";
import { bringIn, MAX_MODEL_BYTES } from "../wire.ts";

const PATH = "/v1/risk/description-models";

export const storeDescriptions = (room: RiskRoom) =>
  operation(
    riskStoreDescriptionModel,
    { action: "manageRisk", bulkhead: "analytics", maxBytes: () => MAX_MODEL_BYTES },
    async ({ bytes, platform, principal, query }) =>
      bringIn(
        await descriptionsFrom(bytes),
        { name: query.name, by: principal.subject, at: platform.clock(), path: PATH },
        (model) => room.records.storeDescriptions({ ...model, content: bytes }),
      ),
  );
