/** Receipts of the log: docs/RECEIPTS.md says how each is checked. */
import { z } from "@hono/zod-openapi";
import type { Shape } from "../shape.ts";
import { EXAMPLE, instant, listOf } from "./basic.ts";
import { jsonObject, jsonValue } from "./json.ts";

/** Of any form; a type that says so no closer, because one that did would be too deep to compare. */
const anyValue = jsonValue as unknown as z.ZodType<unknown, unknown>;

const openedEvent = z
  .object({
    salt: z.string().openapi({ description: "18 bytes, base64" }),
    type: z.string(),
    v: z.number(),
    at: instant,
    body: jsonObject,
    sealed: z
      .record(z.string(), z.string())
      .optional()
      .openapi({ description: "Digests of fields that are kept back one by one, base64" }),
    opened: z
      .record(z.string(), z.object({ salt: z.string(), value: anyValue.optional() }))
      .optional()
      .openapi({ description: "Sealed fields that you may see, and the salts of their digests" }),
  })
  .openapi("LoggedEvent");

const leafContent = z
  .object({
    v: z.literal(2),
    number: z.string(),
    digests: z.array(z.string()).openapi({ description: "Of events and decoys, base64" }),
    events: z.array(openedEvent),
  })
  .openapi("LeafContent");

const receipt = z
  .object({
    index: z.string(),
    leaf: z.string().openapi({ description: "The entry of the log, base64" }),
    proof: z.string().openapi({ description: "C2SP tlog-proof: checked offline" }),
    content: leafContent.optional().openapi({
      description: "What the entry was made of, as far as you may know it",
    }),
  })
  .openapi("Receipt");

export const receipts = listOf(receipt);
export type Receipts = Shape<typeof receipts>;

export const EXAMPLE_RECEIPTS: Receipts = {
  items: [
    {
      index: "17",
      leaf: "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
      proof: "c2sp.org/tlog-proof@v1\nindex 17\n...",
      content: {
        v: 2,
        number: EXAMPLE.mrn,
        digests: ["2CbQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg="],
        events: [
          {
            salt: "AAECAwQFBgcICQoLDA0ODxAR",
            type: "DeclarationAccepted",
            v: 1,
            at: EXAMPLE.at,
            body: { declarationType: "IMA", version: 1, corrected: false },
          },
        ],
      },
    },
  ],
};
