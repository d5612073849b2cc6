import { riskRemoveOpenSourceItem } from "@customhouse/api/risk/open-source";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { nothing, problem } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";

export const removeOpenSourceItem = (room: RiskRoom) =>
  operation(
    riskRemoveOpenSourceItem,
    { action: "manageRisk", bulkhead: "formal" },
    async ({ params }) =>
      (await room.records.openSource.remove(params.itemId)) ? nothing : problem(errors.notFound),
  );
