import { SCREENING_ERRORS, ScreeningError } from "@customhouse/screening";
import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { created, type ProblemReply } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { ITEMS_PATH, openSourceItem } from "./open-source.ts";

export const storeOpenSourceItem = (room: RiskRoom) =>
  operation(
    {
      id: "risk.storeOpenSourceItem",
      method: "post",
      path: ITEMS_PATH,
      summary: "Take in what was read in the open; the same source and identifier replace it",
      tag: "Risk",
      action: "manageRisk",
      bulkhead: "analytics",
      bodyKind: "json",
      maxBytes: ({ limits }) => limits.messageBytes,
      body: openSourceItem,
      answers: {
        201: {
          description: "It is linked to parties by the names that it mentions, until its last day",
          schema: z.object({ itemId: z.string(), replaced: z.boolean() }),
        },
      },
    },
    async ({ body, platform: { clock }, principal }) => {
      try {
        const at = clock().toISOString();
        const kept = await room.desk.openSource.keep(body, principal.subject, at);
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
