import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { nothing, problem } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { ITEMS_PATH, itemParams } from "./open-source.ts";

export const removeOpenSourceItem = (room: RiskRoom) =>
  operation(
    {
      id: "risk.removeOpenSourceItem",
      method: "delete",
      path: `${ITEMS_PATH}/{itemId}`,
      summary: "Take an item out before its last day: nothing of it is kept",
      tag: "Risk",
      action: "manageRisk",
      bulkhead: "formal",
      params: itemParams,
      answers: { 204: { description: "It is gone" } },
    },
    async ({ params }) =>
      (await room.desk.openSource.remove(params.itemId)) ? nothing : problem(errors.notFound),
  );
