/** A policy that is being written: a copy of another, kept in the tab until it is stored as a draft. */
import type { RiskPolicy, RiskRule } from "@customhouse/api/risk/policy";
import type { RuleFinding } from "@customhouse/api/shapes/problem";
import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { policyQuery } from "./queries.ts";

export interface PolicyDraft {
  readonly note: string;
  readonly policy: RiskPolicy;
  /** What the server said when it was last saved, less what was changed since. */
  readonly findings?: readonly RuleFinding[];
}

const EMPTY: RiskPolicy = { rules: [] };
const held = new Map<number, PolicyDraft | undefined>();
const listeners = new Set<() => void>();
const key = (base: number) => `customhouse.policy.${base}`;

function read(base: number): PolicyDraft | undefined {
  if (!held.has(base)) {
    const text = sessionStorage.getItem(key(base));
    held.set(base, text === null ? undefined : (JSON.parse(text) as PolicyDraft));
  }
  return held.get(base);
}

export function keepDraft(base: number, draft: PolicyDraft | undefined): void {
  held.set(base, draft);
  if (draft) sessionStorage.setItem(key(base), JSON.stringify(draft));
  else sessionStorage.removeItem(key(base));
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `base` is the version that is copied; 0: none, the policy begins empty. */
export function usePolicyDraft(base: number) {
  const query = useQuery({ ...policyQuery(base), enabled: base > 0 });
  const changed = useSyncExternalStore(listen, () => read(base));
  const original = base === 0 ? EMPTY : query.data?.policy;
  const draft = changed ?? (original && { note: "", policy: original });
  return { query, original, draft, isChanged: changed !== undefined };
}

/** In the place of the rule that had the identifier, or as the last one. */
export function withRule(
  draft: PolicyDraft,
  before: string | undefined,
  rule: RiskRule,
): PolicyDraft {
  const given = draft.policy.rules;
  const known = given.some(({ id }) => id === before);
  const rules = known ? given.map((one) => (one.id === before ? rule : one)) : [...given, rule];
  return changed(draft, rules, [before, rule.id]);
}

export function withoutRule(draft: PolicyDraft, id: string): PolicyDraft {
  const rules = draft.policy.rules.filter((rule) => rule.id !== id);
  return changed(draft, rules, [id]);
}

/** What was said about these rules, about positions and about the whole may no longer be so. */
function changed(
  draft: PolicyDraft,
  rules: readonly RiskRule[],
  ids: readonly (string | undefined)[],
): PolicyDraft {
  const findings = (draft.findings ?? []).filter(
    ({ rule }) => rule !== undefined && !rule.startsWith("#") && !ids.includes(rule),
  );
  return { ...draft, policy: { ...draft.policy, rules }, findings };
}
