/** Screening: watch lists, the parties that are like somebody on them, and what two officers say of that. */
import { z } from "@hono/zod-openapi";
import { contract, documentBody, json, jsonBody } from "../operation.ts";
import { EXAMPLE, pageOf, whole } from "../shapes/basic.ts";
import {
  EXAMPLE_HIT,
  EXAMPLE_LIST,
  EXAMPLE_MATCH,
  screeningHit,
  screeningList,
  screeningMatch,
  watchSchema,
} from "./shapes.ts";

const tag = "Screening";

/** In addresses: what cannot be mistaken for a part of one. */
const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, "is not a name");
const listVersion = z.object({ list: name, version: name });
const hitParams = z.object({ hitId: z.uuid() });
const reasonText = z.string().trim().max(2_000);

export const screeningImportList = contract({
  id: "screening.importList",
  method: "post",
  path: "/v1/screening/lists",
  summary: "Import a watch list as a draft: a table of id and name, or the CSV of OpenSanctions",
  tag,
  query: listVersion.extend({
    source: z.string().trim().min(1).max(500),
    licence: z.string().trim().min(1).max(200),
    retrievedAt: z.iso.datetime().optional(),
    tolerate: whole(0, 100_000).default(0).openapi({ description: "How many rows may be broken" }),
  }),
  body: documentBody("text/csv"),
  errors: [409, 422],
  answers: { 201: json("A draft", screeningList, EXAMPLE_LIST) },
});

const rescreening = z
  .object({
    parties: z.number(),
    screened: z.number(),
    waiting: z.number(),
    newHits: z.number(),
    ready: z.boolean(),
  })
  .openapi("Rescreening");

export const screeningLists = contract({
  id: "screening.lists",
  method: "get",
  path: "/v1/screening/lists",
  summary: "Watch lists, newest first, and how far known parties are screened with those in force",
  tag,
  headers: ["Purpose"],
  errors: [],
  answers: {
    200: json("Without entries", z.object({ items: z.array(screeningList), rescreening }), {
      items: [EXAMPLE_LIST],
      rescreening: { parties: 400, screened: 390, waiting: 10, newHits: 1, ready: true },
    }),
  },
});

export const screeningActivateList = contract({
  id: "screening.activateList",
  method: "post",
  path: "/v1/screening/lists/{list}/versions/{version}/activation",
  summary: "A second person puts it in force; all known parties are screened with it",
  tag,
  params: listVersion,
  errors: [409],
  answers: {
    200: json("In force", screeningList, {
      ...EXAMPLE_LIST,
      state: "active",
      activatedBy: "admin-2",
      activatedAt: EXAMPLE.later,
    }),
  },
});

export const screeningRollBackList = contract({
  id: "screening.rollBackList",
  method: "post",
  path: "/v1/screening/lists/{list}/rollback",
  summary: "Back to the version that was in force before, in one step",
  tag,
  params: z.object({ list: name }),
  errors: [409],
  answers: { 200: json("The version that is in force again", screeningList, EXAMPLE_LIST) },
});

const MAX_ALIASES = 50;
const text = z.string().trim().min(1).max(300);

export const screeningScreenParty = contract({
  id: "screening.screenParty",
  method: "post",
  path: "/v1/screening/parties",
  summary: "Screen one party with the lists in force, and say why; nothing of it is kept",
  tag,
  headers: ["Purpose"],
  body: jsonBody(
    z.strictObject({
      name: text,
      aliases: z.array(text).max(MAX_ALIASES).optional(),
      schema: watchSchema.optional(),
      country: z
        .string()
        .regex(/^[A-Za-z]{2}$/, "is not a country code")
        .optional(),
      identifiers: z.array(text).max(MAX_ALIASES).optional(),
      birthDate: z
        .string()
        .regex(/^\d{4}(-\d{2}){0,2}$/, "is not a date")
        .optional(),
      address: z.string().trim().max(500).optional(),
    }),
    { name: "Ivan Example", schema: "person", country: "XB" },
  ),
  errors: [],
  answers: {
    200: json("Most alike first", z.object({ matches: z.array(screeningMatch) }), {
      matches: [EXAMPLE_MATCH],
    }),
  },
});

export const screeningHits = contract({
  id: "screening.hits",
  method: "get",
  path: "/v1/screening/hits",
  summary: "Likenesses of declared parties and watch lists, newest first",
  tag,
  headers: ["Purpose"],
  query: z.object({
    state: z.enum(["found", "reviewed", "confirmed", "erased"]).optional(),
    after: z.uuid().optional(),
    limit: whole(1, 200).default(50),
  }),
  errors: [],
  answers: {
    200: json("`next`: pass it as `after` for the following page", pageOf(screeningHit), {
      items: [EXAMPLE_HIT],
    }),
  },
});

const deciding = {
  method: "post",
  tag,
  headers: ["Purpose"],
  params: hitParams,
  errors: [409, 410, 422],
} as const;

export const screeningReviewHit = contract({
  ...deciding,
  id: "screening.reviewHit",
  path: "/v1/screening/hits/{hitId}/reviews",
  summary: "A first officer says whether it is the same party",
  body: jsonBody(
    z.strictObject({
      verdict: z.enum(["true-match", "false-match"]),
      reason: reasonText.default(""),
    }),
    { verdict: "false-match", reason: "Born in another year." },
  ),
  answers: { 200: json("Waits for a second officer", screeningHit, EXAMPLE_HIT) },
});

export const screeningConfirmHit = contract({
  ...deciding,
  id: "screening.confirmHit",
  path: "/v1/screening/hits/{hitId}/confirmations",
  summary: "A second, different officer sees it the same way; a pair called false counts no more",
  body: jsonBody(z.strictObject({ reason: reasonText.default("") }), {}),
  answers: { 200: json("Confirmed", screeningHit, EXAMPLE_HIT) },
});

export const screeningReturnHit = contract({
  ...deciding,
  id: "screening.returnHit",
  path: "/v1/screening/hits/{hitId}/returns",
  summary: "A second, different officer sees it otherwise: the review begins again",
  body: jsonBody(z.strictObject({ reason: reasonText }), { reason: "The birth date is the same." }),
  answers: { 200: json("To be reviewed again", screeningHit, EXAMPLE_HIT) },
});
