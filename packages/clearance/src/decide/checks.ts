/** The agencies region: which checks each goods item needs, opened side by side. */
import { type AgencyCheckRule, type Country, holds } from "@customhouse/model";
import type { AgencyCheck } from "../case.ts";
import { goodsItems } from "../facts.ts";
import type { Draft } from "./draft.ts";

/** Opens what the items now need and withdraws what they no longer need, by item and check code. */
export function openChecks(draft: Draft): void {
  const needed = neededChecks(draft);
  for (const check of draft.state.checks) {
    const still = needed.some((entry) => entry.id === check.id);
    if (!still && check.state !== "withdrawn")
      draft.add("AgencyCheckWithdrawn", { check: check.id });
  }
  for (const { id, agency, rule, item } of needed) {
    const known = draft.state.checks.find(
      (check) => check.id === id && check.state !== "withdrawn",
    );
    if (known !== undefined) continue;
    const dueAt = draft.inSeconds(rule.decisionHours * 3600);
    const remind = rule.remindAfterHours;
    draft.add("AgencyCheckOpened", {
      id,
      agency,
      check: rule.code,
      item,
      dueAt,
      ...(remind === undefined ? {} : { remindAt: draft.inSeconds(remind * 3600) }),
    });
    simulateDecision(draft, id, agency, rule, item);
  }
}

interface NeededCheck {
  readonly id: string;
  readonly agency: string;
  readonly rule: AgencyCheckRule;
  readonly item: number;
}

function neededChecks(draft: Draft): readonly NeededCheck[] {
  const { declaration } = draft;
  return goodsItems(declaration).flatMap((item, index) =>
    draft.context.country.agencies.flatMap((agency) =>
      agency.checks
        .filter((rule) => holds(rule.when, item, declaration))
        .map((rule) => ({
          // The commodity is part of the identity: an item that moves up when another is deleted keeps its decision
          // only if it is the same goods.
          id: `${rule.code}-${index + 1}-${draft.state.items[index]?.commodity ?? ""}`,
          agency: agency.code,
          rule,
          item: index + 1,
        })),
    ),
  );
}

function simulateDecision(
  draft: Draft,
  id: string,
  agency: string,
  rule: AgencyCheckRule,
  sequence: number,
): void {
  const item = goodsItems(draft.declaration)[sequence - 1];
  if (item === undefined) return;
  const simulated = rule.simulated?.find((entry) => holds(entry.when, item, draft.declaration));
  if (simulated === undefined) return;
  const state = decisionState(simulated.decision);
  if (state === undefined)
    throw new Error(`profile simulates the unknown decision ${simulated.decision}`);
  draft.add("AgencyDecided", {
    check: id,
    agency,
    decision: simulated.decision,
    state,
    reasonCode: "simulated",
  });
}

/** The rule that a check was opened by. */
export function ruleOf(check: AgencyCheck, country: Country): AgencyCheckRule | undefined {
  return country.agencies
    .flatMap((agency) => agency.checks)
    .find((rule) => rule.code === check.check);
}

/** The effect of a decision code in use: C and E release, H holds, N refuses, X00 holds until the data match. */
export function decisionState(decision: string): "released" | "held" | "refused" | undefined {
  if (/^[CE]\d\d$/.test(decision)) return "released";
  if (/^H\d\d$/.test(decision) || decision === "X00") return "held";
  if (/^N\d\d$/.test(decision)) return "refused";
  return undefined;
}
