import { riskStoreOpenSourceItem } from "@customhouse/api/risk/open-source";
import { legalDay } from "@customhouse/model";
import { SCREENING_ERRORS, ScreeningError } from "@customhouse/screening";
import { operation } from "../../../platform/http/define.ts";
import { created, type ProblemReply } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { ITEMS_PATH } from "./open-source.ts";

export const storeOpenSourceItem = (room: RiskRoom) =>
  operation(
    riskStoreOpenSourceItem,
    { action: "manageRisk", bulkhead: "analytics", maxBytes: ({ limits }) => limits.messageBytes },
    async ({ body, platform: { clock, country }, principal }) => {
      try {
        const now = clock().toISOString();
        const kept = await room.records.openSource.keep(body, principal.subject, {
          now,
          day: legalDay(now, country),
        });
        return created(kept, `${ITEMS_PATH}/${kept.itemId}`);
      } catch (error) {
        if (error instanceof ScreeningError) return itemRefused(error);
        throw error;
      }
    },
  );

/** A refusal of the core in the shape of every other error. */
function itemRefused({ code, message, whatToDo }: ScreeningError): ProblemReply {
  return {
    kind: "problem",
    status: 422,
    code,
    title: SCREENING_ERRORS[code].title,
    message,
    whatToDo,
  };
}
