/** The register of traders, and operators whom partners have authorised. */
import type { WcoDocument } from "@customhouse/model";
import { z } from "@hono/zod-openapi";
import { bodyOfElements, contract, json, messageBody, XML } from "../operation.ts";
import {
  day,
  EXAMPLE,
  listOf,
  numberParams,
  pageOf,
  pageQuery,
  tinParams,
} from "../shapes/basic.ts";
import { wcoDocument } from "../shapes/wco.ts";

const tag = "Traders";

const EXAMPLE_TRADER: WcoDocument = {
  TraderMasterData: { FunctionCode: "11", ID: EXAMPLE.tin, Name: "Example Foods Ltd" },
};

const digest = z.object({ traders: z.number(), sha256: z.string() }).openapi("RegisterDigest");

export const traderMessage = contract({
  id: "trader.message",
  method: "post",
  path: "/v1/traders/messages",
  summary: "Trader master data message, as XML or JSON: create, update, query, notify",
  tag,
  headers: ["Idempotency-Key", "Accept"],
  body: messageBody,
  errors: [404, 406, 409, 410, 422],
  answers: {
    200: json("The record as it stands now, as a message", wcoDocument, EXAMPLE_TRADER, XML),
  },
});

const change = z
  .object({
    position: z.string(),
    message: wcoDocument,
    erased: z
      .literal(true)
      .optional()
      .openapi({ description: "The record is gone with the personal data of its registration" }),
  })
  .openapi("RegisterChange");

export const traderFeed = contract({
  id: "trader.feed",
  method: "get",
  path: "/v1/traders/messages",
  summary: "Every change of the trader register as a master data message, in order, without gaps",
  tag,
  headers: ["Purpose"],
  query: pageQuery,
  errors: [],
  answers: {
    200: json("Oldest first", pageOf(change), {
      items: [{ position: "1", message: EXAMPLE_TRADER }],
      next: "cmVnaXN0ZXI6MQ",
    }),
  },
});

export const traderDigest = contract({
  id: "trader.digest",
  method: "get",
  path: "/v1/traders/digest",
  summary: "SHA-256 over the whole register, to compare it with another server's",
  tag,
  errors: [],
  answers: {
    200: json("Over the canonical master data messages, in the order of their numbers", digest, {
      traders: 12,
      sha256: EXAMPLE.digest,
    }),
  },
});

export const traderRead = contract({
  id: "trader.read",
  method: "get",
  path: "/v1/traders/{tin}",
  summary: "A trader's master data message, as XML or JSON",
  tag,
  headers: ["Purpose", "Accept"],
  params: tinParams,
  errors: [406],
  answers: { 200: json("As it stands", wcoDocument, EXAMPLE_TRADER, XML) },
});

const likeness = z.discriminatedUnion("of", [
  z.object({ of: z.literal("registration number"), value: z.string() }),
  z.object({ of: z.literal("contact"), value: z.string() }),
  z.object({ of: z.literal("name"), score: z.number() }),
  z.object({ of: z.literal("address"), score: z.number() }),
]);

const similar = z
  .object({
    tin: z.string(),
    score: z.number().openapi({ description: "From 0 to 1" }),
    reasons: z.array(likeness),
  })
  .openapi("SimilarTrader");

export const traderDuplicates = contract({
  id: "trader.duplicates",
  method: "get",
  path: "/v1/traders/{tin}/duplicates",
  summary: "Registrations that may be the same trader, with the reasons: an officer decides",
  tag,
  headers: ["Purpose"],
  params: tinParams,
  errors: [],
  answers: {
    200: json("Most alike first", listOf(similar), {
      items: [{ tin: "XA987654321", score: 0.91, reasons: [{ of: "name", score: 0.91 }] }],
    }),
  },
});

const listedTrader = z
  .strictObject({
    id: z.string().openapi({ description: "The partner's number of the operator" }),
    type: z.string(),
    validFrom: day,
    validTo: day.optional(),
  })
  .openapi("ListedTrader");

export const traderRecognise = contract({
  id: "trader.recognise",
  method: "post",
  path: "/v1/recognitions/{number}/traders",
  summary:
    "A partner's list of authorised operators: replaces the one before, as a whole or not at all",
  tag,
  params: numberParams,
  body: bodyOfElements(
    z.strictObject({ traders: z.array(z.unknown()) }),
    z.strictObject({ traders: z.array(listedTrader) }),
    { traders: [{ id: "XBAEO00017", type: "AEOF", validFrom: "2026-01-01" }] },
  ),
  errors: [422],
  answers: {
    200: json(
      "Taken",
      digest.extend({ arrangement: z.string(), partner: z.string() }).openapi("RecognisedList"),
      { arrangement: "MRA26XA7K2M9Q4T1", partner: "XB", traders: 1, sha256: EXAMPLE.digest },
    ),
  },
});

const recognised = z
  .object({
    id: z.string(),
    type: z.string(),
    arrangement: z.string(),
    partner: z.string(),
    grants: z.array(z.string()),
  })
  .openapi("RecognisedTrader");

export const traderRecognised = contract({
  id: "trader.recognised",
  method: "get",
  path: "/v1/recognised-traders/{tin}",
  summary: "What a foreign operator counts as here today, and under which arrangement",
  tag,
  headers: ["Purpose"],
  params: tinParams,
  errors: [],
  answers: {
    200: json("Empty: nothing", listOf(recognised), {
      items: [
        {
          id: "XBAEO00017",
          type: "AEOF",
          arrangement: "MRA26XA7K2M9Q4T1",
          partner: "XB",
          grants: ["AEOF"],
        },
      ],
    }),
  },
});
