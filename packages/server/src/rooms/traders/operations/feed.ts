import { traderFeed } from "@customhouse/api/traders/operations";
import { REGISTER_PARTY } from "@customhouse/formalities";
import { recordRead } from "../../../platform/access/audit.ts";
import { operation } from "../../../platform/http/define.ts";
import { isErasedBody } from "../../../platform/http/erased.ts";
import { askedPage, pageView } from "../../../platform/http/page.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { TradersRoom } from "../room.ts";

const LIST = "register";
/** Read from the beginning, it is enough to build the whole register again; from a cursor, to keep it up to date. */
export const feed = (room: TradersRoom) =>
  operation(traderFeed, { action: "readRegister", bulkhead: "analytics" }, async (call) => {
    const asked = askedPage(LIST, call.query);
    if (!asked.ok) return asked.reply;
    await recordRead(call, call.principal, "readRegister");
    const scope = { kind: "everything" } as const;
    const page = await room.notifications.ofParty(scope, REGISTER_PARTY, asked.page);
    const next = page.items.at(-1)?.position ?? asked.page.after;
    const view = pageView(LIST, { ...page, next }, ({ position = "", body }) =>
      isErasedBody(body)
        ? { position, message: {}, erased: true as const }
        : { position, message: body },
    );
    return ok(view);
  });
