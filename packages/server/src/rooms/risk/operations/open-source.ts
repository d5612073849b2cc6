/** What the operations on items from open sources share. */
import { z } from "@hono/zod-openapi";
import type { StoredItem } from "../store/open-source-items.ts";

export const ITEMS_PATH = "/v1/risk/open-source-items";

export const itemParams = z.object({ itemId: z.string().regex(/^[0-9a-f]{64}$/) });

/** Without what a database chokes on. */
const words = z.string().overwrite((text) => text.toWellFormed().replaceAll("\u0000", ""));

/** Lengths, days and confidence are judged by the core, which knows why. */
export const openSourceItem = z
  .strictObject({
    id: words.openapi({ description: "The source's own identifier" }),
    source: words,
    // Officers follow it, so that it leads nowhere but to a page.
    address: z
      .url({ protocol: /^https?$/, hostname: z.regexes.domain })
      .max(2_000)
      .optional(),
    licence: words,
    publishedOn: words.optional(),
    retrievedOn: words,
    expiresOn: words.openapi({ description: "Last day on which it counts" }),
    confidence: z.number().openapi({ description: "In the source, from 0 to 1" }),
    language: words,
    text: words,
    mentions: z.array(words),
  })
  .openapi("OpenSourceItem");

export function viewItem({ itemId, item, takenBy, takenAt }: StoredItem) {
  return { itemId, ...item, takenBy, takenAt };
}
