import { riskOpenSourceItem } from "@customhouse/api/risk/open-source";
import { withPurpose } from "../../../platform/access/with-purpose.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { viewItem } from "./open-source.ts";

export const readOpenSourceItem = (room: RiskRoom) =>
  operation(riskOpenSourceItem, { action: "viewRisk", bulkhead: "status" }, async (call) =>
    withPurpose(call, "viewRisk", async () => {
      const found = await room.records.openSource.item(call.params.itemId);
      return found === undefined ? problem(errors.notFound) : ok(viewItem(found));
    }),
  );
