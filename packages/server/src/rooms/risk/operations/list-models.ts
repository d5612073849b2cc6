import { riskModels } from "@customhouse/api/risk/models";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";

export const listModels = (room: RiskRoom) =>
  operation(riskModels, { action: "viewRisk", bulkhead: "status" }, async () =>
    ok({ items: await room.records.models() }),
  );
