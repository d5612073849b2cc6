/** Models: brought in, listed with their cards. */
import { z } from "@hono/zod-openapi";
import { contract, documentBody, json } from "../operation.ts";
import type { Shape } from "../shape.ts";
import { EXAMPLE, instant, listOf } from "../shapes/basic.ts";
import { descriptionCard, modelCard } from "./model-card.ts";

const tag = "Risk";
const named = z.object({ name: z.string().trim().min(1).max(100) });
const modelFile = documentBody("application/octet-stream", "application/json");

const model = z
  .object({
    digest: z.string(),
    name: z.string(),
    card: modelCard,
    createdBy: z.string(),
    createdAt: instant,
  })
  .openapi("RiskModel");

const descriptionModel = model.extend({ card: descriptionCard }).openapi("DescriptionModel");

export type RiskModel = Shape<typeof model>;
export type DescriptionModel = Shape<typeof descriptionModel>;

const EXAMPLE_HEAD = {
  digest: EXAMPLE.digest,
  name: "spring",
  createdBy: "analyst-1",
  createdAt: EXAMPLE.at,
};
const EXAMPLE_MODEL: RiskModel = {
  ...EXAMPLE_HEAD,
  card: {
    target: "found",
    trainedAt: EXAMPLE.at,
    data: { sha256: EXAMPLE.digest, rows: 60_000, positives: 4_100 },
    seed: 1,
    settings: { trees: 500, depth: 8 },
    limits: ["A score is a reason to look, never a finding."],
  },
};
const EXAMPLE_DESCRIPTIONS: DescriptionModel = {
  ...EXAMPLE_HEAD,
  card: {
    trainedAt: EXAMPLE.at,
    data: [{ sha256: EXAMPLE.digest, rows: 12_000 }],
    seed: 1,
    heldOut: [{ table: "english", rows: 1_200, firstOfFive: 0.81 }],
    limits: ["It reads words, not goods."],
  },
};

export const riskModels = contract({
  id: "risk.models",
  method: "get",
  path: "/v1/risk/models",
  summary: "Models with their cards, newest first",
  tag,
  errors: [],
  answers: { 200: json("Models", listOf(model), { items: [EXAMPLE_MODEL] }) },
});

export const riskStoreModel = contract({
  id: "risk.storeModel",
  method: "post",
  path: "/v1/risk/models",
  summary: "Bring in a trained model; a policy that names it by its digest scores with it",
  tag,
  query: named,
  body: modelFile,
  errors: [422],
  answers: { 201: json("Stored", model, EXAMPLE_MODEL) },
});

export const riskDescriptionModels = contract({
  id: "risk.descriptionModels",
  method: "get",
  path: "/v1/risk/description-models",
  summary: "Models that read descriptions, with their cards, newest first",
  tag,
  errors: [],
  answers: { 200: json("Models", listOf(descriptionModel), { items: [EXAMPLE_DESCRIPTIONS] }) },
});

export const riskStoreDescriptionModel = contract({
  id: "risk.storeDescriptionModel",
  method: "post",
  path: "/v1/risk/description-models",
  summary: "Bring in a model that reads descriptions; a policy that names it sees what they say",
  tag,
  query: named,
  body: modelFile,
  errors: [422],
  answers: { 201: json("Stored", descriptionModel, EXAMPLE_DESCRIPTIONS) },
});
