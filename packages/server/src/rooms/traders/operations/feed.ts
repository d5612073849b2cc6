import { REGISTER_PARTY } from "@customhouse/formalities";
import { z } from "@hono/zod-openapi";
import { recordRead } from "../../../platform/access/audit.ts";
import { operation } from "../../../platform/http/define.ts";
import { isErasedBody } from "../../../platform/http/erased.ts";
import { askedPage, pageView } from "../../../platform/http/page.ts";
import { ok } from "../../../platform/http/reply.ts";
import { pageQuery } from "../../../platform/http/schemas.ts";
import type { TradersRoom } from "../room.ts";

const LIST = "register";
const item = z.object({
  position: z.string(),
  message: z.record(z.string(), z.unknown()),
  /** The record is gone with the personal data of its registration: there is no message to take. */
  erased: z.boolean().optional(),
});

/** Read from the beginning, it is enough to build the whole register again; from a cursor, to keep it up to date. */
export const feed = (room: TradersRoom) =>
  operation(
    {
      id: "trader.feed",
      method: "get",
      path: "/v1/traders/messages",
      summary:
        "Every change of the trader register as a master data message, in order, without gaps",
      tag: "Traders",
      action: "readRegister",
      bulkhead: "analytics",
      query: pageQuery,
      answers: {
        200: {
          description: "Oldest first",
          schema: z.object({ items: z.array(item), next: z.string().optional() }),
        },
      },
    },
    async (call) => {
      const asked = askedPage(LIST, call.query);
      if (!asked.ok) return asked.reply;
      await recordRead(call, call.principal, "readRegister");
      const scope = { kind: "everything" } as const;
      const page = await room.notifications.ofParty(scope, REGISTER_PARTY, asked.page);
      const next = page.items.at(-1)?.position ?? asked.page.after;
      const view = pageView(LIST, { ...page, next }, ({ position = "", body }) =>
        isErasedBody(body) ? { position, message: {}, erased: true } : { position, message: body },
      );
      return ok(view);
    },
  );
