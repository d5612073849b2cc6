import { createHash } from "node:crypto";
import { canonicalForm } from "@customhouse/messages";
import { masterDataMessage } from "@customhouse/traders";
import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { TradersRoom } from "../room.ts";
import { registrations } from "../wire.ts";

/** When a message was made says nothing about the record. */
const NO_TIME = "2000-01-01T00:00:00.000Z";

/** Two registers are the same when their digests are. */
export const digest = (room: TradersRoom) =>
  operation(
    {
      id: "trader.digest",
      method: "get",
      path: "/v1/traders/digest",
      summary: "SHA-256 over the whole register, to compare it with another server's",
      tag: "Traders",
      action: "readRegister",
      bulkhead: "analytics",
      answers: {
        200: {
          description: "Over the canonical master data messages, in the order of their numbers",
          schema: z.object({ traders: z.number(), sha256: z.string() }),
        },
      },
    },
    async (call) => {
      const messages: { readonly tin: string; readonly text: string }[] = [];
      for await (const trader of registrations(room, call.platform.country.formalities)) {
        const message = masterDataMessage({ ...trader, changed: NO_TIME }, "notify");
        messages.push({ tin: trader.tin, text: canonicalForm(message) });
      }
      messages.sort((a, b) => (a.tin < b.tin ? -1 : 1));
      const hash = createHash("sha256");
      for (const { text } of messages) hash.update(`${text}\n`);
      return ok({ traders: messages.length, sha256: hash.digest("hex") });
    },
  );
