import { compileRules, explainHits, featureWords, type RiskRow } from "@customhouse/risk";
import { z } from "@hono/zod-openapi";
import { errors } from "../../errors.ts";
import { caseOperation } from "../../http/define.ts";
import type { CaseCall } from "../../http/operation.ts";
import { ok, problem } from "../../http/reply.ts";
import { caseParams } from "../../openapi/schemas.ts";
import { scorerOf } from "../../risk/scorer.ts";

const MAX_EVENTS = 5_000;

export const readRun = caseOperation(
  {
    id: "risk.readRun",
    method: "get",
    path: "/v1/cases/{caseId}/risk",
    summary: "Why the case took its lane: every rule with what it read, the model's share, chance",
    tag: "Risk",
    action: "viewRiskRun",
    bulkhead: "status",
    params: caseParams,
    answers: { 200: { description: "For officers and analysts alone", schema: z.unknown() } },
  },
  async (call) => {
    // Rules are enforcement data: whoever reads them says why, and the reading is recorded.
    if (!call.labels.has("enforcement")) return problem(errors.purposeNeeded);
    const { risk, records } = call.parts;
    const { caseId } = call.file.case;
    const events = await records.events(caseId, MAX_EVENTS);
    const last = events.findLast(({ type }) => type === "LaneAssigned");
    if (last === undefined) return problem(errors.notFound);
    const { standByUntil: _, ...selection } = last.body as Readonly<Record<string, unknown>> & {
      readonly run?: { readonly policy: number };
    };
    const row = await risk.run(caseId);
    return ok({
      at: last.legalAt,
      selection,
      ...(row === undefined ? {} : await explained(call, row, selection.run?.policy ?? 0)),
    });
  },
);

async function explained(
  { parts: { risk } }: CaseCall<unknown, unknown, unknown>,
  row: RiskRow,
  version: number,
) {
  const found = await risk.policy(version);
  if (found === undefined) return { features: row };
  const { rules, model } = found.policy;
  const hits = explainHits(compileRules(rules).set, row);
  const content = model === undefined ? undefined : await risk.model(model);
  const scorer = content && (await scorerOf(content));
  const share = scorer?.explanation(row);
  return {
    features: row,
    descriptions: featureWords([
      ...hits.flatMap(({ parts }) => parts.flatMap(({ values }) => Object.keys(values))),
      ...(share?.contributions.map(({ feature }) => feature) ?? []),
    ]),
    rules: hits.map((hit) => {
      const rule = rules.find(({ id }) => id === hit.rule);
      return { ...hit, title: rule?.title, reason: rule?.reason, owner: rule?.owner };
    }),
    ...(scorer === undefined ? {} : { model: { id: scorer.id, ...share } }),
  };
}
