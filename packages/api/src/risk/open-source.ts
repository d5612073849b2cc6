/** Items from open sources: stored by analysts, and linked to parties by the names that they mention. */
import { z } from "@hono/zod-openapi";
import { contract, empty, json, jsonBody } from "../operation.ts";
import type { Given, Shape } from "../shape.ts";
import { EXAMPLE, instant, pageOf, whole } from "../shapes/basic.ts";

const tag = "Risk";
const PATH = "/v1/risk/open-source-items";

const itemParams = z.object({ itemId: z.string().regex(/^[0-9a-f]{64}$/) });

/** Without what a database chokes on. */
const words = z.string().overwrite((text) => text.toWellFormed().replaceAll("\u0000", ""));

/** Lengths, days and confidence are judged by the core, which knows why. */
const givenItem = z
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

const text = z.string();
const about = {
  itemId: text,
  id: text,
  source: text,
  address: text.optional(),
  licence: text,
  publishedOn: text.optional(),
  retrievedOn: text,
  expiresOn: text,
  confidence: z.number(),
  language: text,
};
const taken = { takenBy: text, takenAt: instant };

const summary = z
  .object({ ...about, ...taken, mentions: z.array(text) })
  .openapi("OpenSourceSummary");
const item = summary.extend({ text }).openapi("OpenSourceItemRead");

/** Beside a case: why it may speak of a party of it. */
export const linkedItem = z
  .object({
    ...about,
    ageDays: z.number(),
    text,
    isCut: z.boolean().openapi({ description: "The text goes on" }),
    links: z.array(
      z.object({
        mention: text,
        party: text,
        likeness: z.number().openapi({ description: "Of the two names, from 0.8 to 1" }),
        weight: z.number().openapi({ description: "Likeness times confidence in the source" }),
      }),
    ),
  })
  .openapi("LinkedOpenSourceItem");

export type OpenSourceItem = Given<typeof givenItem>;
export type OpenSourceSummary = Shape<typeof summary>;
export type LinkedOpenSourceItem = Shape<typeof linkedItem>;

const EXAMPLE_GIVEN: OpenSourceItem = {
  id: "press-2026-17",
  source: "Example Daily",
  address: "https://news.example.org/17",
  licence: "CC BY 4.0",
  publishedOn: "2026-02-27",
  retrievedOn: "2026-03-01",
  expiresOn: "2026-09-01",
  confidence: 0.6,
  language: "en",
  text: "Example Foods Ltd was fined for mislabelled beef.",
  mentions: ["Example Foods Ltd"],
};
const { text: EXAMPLE_TEXT, ...EXAMPLE_WITHOUT_TEXT } = EXAMPLE_GIVEN;
const EXAMPLE_SUMMARY: OpenSourceSummary = {
  ...EXAMPLE_WITHOUT_TEXT,
  itemId: EXAMPLE.digest,
  takenBy: "analyst-1",
  takenAt: EXAMPLE.at,
};

export const riskOpenSourceItems = contract({
  id: "risk.openSourceItems",
  method: "get",
  path: PATH,
  summary: "What was read in the open, newest first, without its text",
  tag,
  headers: ["Purpose"],
  query: z.object({
    after: itemParams.shape.itemId.optional(),
    limit: whole(1, 200).default(50),
  }),
  errors: [],
  answers: {
    200: json("`next`: pass it as `after` for the following page", pageOf(summary), {
      items: [EXAMPLE_SUMMARY],
    }),
  },
});

export const riskStoreOpenSourceItem = contract({
  id: "risk.storeOpenSourceItem",
  method: "post",
  path: PATH,
  summary: "Take in what was read in the open; the same source and identifier replace it",
  tag,
  body: jsonBody(givenItem, EXAMPLE_GIVEN),
  errors: [422],
  answers: {
    201: json(
      "It is linked to parties by the names that it mentions, until its last day",
      z.object({ itemId: z.string(), replaced: z.boolean() }),
      { itemId: EXAMPLE.digest, replaced: false },
    ),
  },
});

export const riskOpenSourceItem = contract({
  id: "risk.openSourceItem",
  method: "get",
  path: `${PATH}/{itemId}`,
  summary: "One item that was read in the open, with its text",
  tag,
  headers: ["Purpose"],
  params: itemParams,
  errors: [],
  answers: {
    200: json("As it was taken in", item, { ...EXAMPLE_SUMMARY, text: EXAMPLE_TEXT }),
  },
});

export const riskRemoveOpenSourceItem = contract({
  id: "risk.removeOpenSourceItem",
  method: "delete",
  path: `${PATH}/{itemId}`,
  summary: "Take an item out before its last day: nothing of it is kept",
  tag,
  params: itemParams,
  errors: [],
  answers: { 204: empty("It is gone") },
});
