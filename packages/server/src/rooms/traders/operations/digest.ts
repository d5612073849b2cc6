import { createHash } from "node:crypto";
import { traderDigest } from "@customhouse/api/traders/operations";
import { canonicalForm } from "@customhouse/messages";
import { masterDataMessage } from "@customhouse/traders";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { TradersRoom } from "../room.ts";
import { registrations } from "../wire.ts";

/** When a message was made says nothing about the record. */
const NO_TIME = "2000-01-01T00:00:00.000Z";

/** Two registers are the same when their digests are. */
export const digest = (room: TradersRoom) =>
  operation(traderDigest, { action: "readRegister", bulkhead: "analytics" }, async (call) => {
    const messages: { readonly tin: string; readonly text: string }[] = [];
    for await (const trader of registrations(room, call.platform.country.formalities)) {
      const message = masterDataMessage({ ...trader, changed: NO_TIME }, "notify");
      messages.push({ tin: trader.tin, text: canonicalForm(message) });
    }
    messages.sort((a, b) => (a.tin < b.tin ? -1 : 1));
    const hash = createHash("sha256");
    for (const { text } of messages) hash.update(`${text}\n`);
    return ok({ traders: messages.length, sha256: hash.digest("hex") });
  });
