/** Unfinished declarations. What is in one is the caller's own: it is kept and given back as it is. */
import { z } from "@hono/zod-openapi";
import { contract, empty, json, jsonBody } from "../operation.ts";
import type { Shape } from "../shape.ts";
import { EXAMPLE, idParams, instant, listOf } from "../shapes/basic.ts";
import { jsonObject } from "../shapes/json.ts";

const tag = "Drafts";

const draftHead = z
  .object({ id: z.uuid(), title: z.string(), version: z.number(), updatedAt: instant })
  .openapi("DraftHead");
const draft = draftHead.extend({ body: jsonObject }).openapi("Draft");

export type DraftHead = Shape<typeof draftHead>;
export type Draft = Shape<typeof draft>;

const EXAMPLE_HEAD: DraftHead = {
  id: EXAMPLE.id,
  title: "Beef from Brazil",
  version: 2,
  updatedAt: EXAMPLE.at,
};
const EXAMPLE_DRAFT: Draft = { ...EXAMPLE_HEAD, body: { lrn: EXAMPLE.lrn, items: [] } };

export const draftList = contract({
  id: "draft.list",
  method: "get",
  path: "/v1/drafts",
  summary: "Your unfinished declarations",
  tag,
  errors: [],
  answers: { 200: json("Last worked on first", listOf(draftHead), { items: [EXAMPLE_HEAD] }) },
});

export const draftRead = contract({
  id: "draft.read",
  method: "get",
  path: "/v1/drafts/{id}",
  summary: "One unfinished declaration",
  tag,
  params: idParams,
  errors: [],
  answers: { 200: json("The draft", draft, EXAMPLE_DRAFT) },
});

export const draftSave = contract({
  id: "draft.save",
  method: "put",
  path: "/v1/drafts/{id}",
  summary: "Save an unfinished declaration; `version` is the one you have (0: new)",
  tag,
  params: idParams,
  body: jsonBody(
    z.strictObject({
      title: z.string().trim().min(1).max(200),
      version: z.number().int().min(0),
      body: jsonObject,
    }),
    { title: "Beef from Brazil", version: 1, body: { lrn: EXAMPLE.lrn, items: [] } },
  ),
  errors: [409],
  answers: { 200: json("Saved, with its new version", draft, EXAMPLE_DRAFT) },
});

export const draftRemove = contract({
  id: "draft.remove",
  method: "delete",
  path: "/v1/drafts/{id}",
  summary: "Throw an unfinished declaration away",
  tag,
  params: idParams,
  errors: [],
  answers: { 204: empty("Gone") },
});
