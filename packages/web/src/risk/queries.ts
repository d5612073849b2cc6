/** What the analyst's pages ask for. */
import type { RiskPolicySummary, RiskPolicyVersion, RiskRule } from "@customhouse/api/risk/policy";
import type { RiskRetraining } from "@customhouse/api/risk/retrainings";
import type { RuleFinding } from "@customhouse/api/shapes/problem";
import { queryOptions } from "@tanstack/react-query";
import { api, queries } from "../api/client.ts";
import { problemOf } from "../api/problem-of.ts";

export const policiesQuery = {
  queryKey: ["policies"],
  queryFn: (): Promise<readonly RiskPolicySummary[]> => api.risk.policies(),
};

export const policyQuery = (version: number) => ({
  queryKey: ["policy", version],
  queryFn: (): Promise<RiskPolicyVersion> => api.risk.policy(version),
});

const WATCH_MS = 1_000;

/** Newest first. Asked again while one of them is open. */
export const retrainingsQuery = queryOptions({
  queryKey: ["retrainings"],
  queryFn: (): Promise<readonly RiskRetraining[]> => api.risk.retrainings(),
  refetchInterval: ({ state }) =>
    state.data?.some((run) => run.state !== "over") ? WATCH_MS : false,
});

export function retrainingsChanged(): Promise<void> {
  return queries.invalidateQueries({ queryKey: ["retrainings"] });
}

export const featuresQuery = {
  queryKey: ["risk-features"],
  queryFn: () => api.risk.features(),
  staleTime: Number.POSITIVE_INFINITY,
};

export async function policiesChanged(): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ["policies"] }),
    queries.invalidateQueries({ queryKey: ["policy"] }),
  ]);
}

/** Everything that is wrong with the rules; throws when they could not be checked at all. */
export async function findingsOfRules(rules: readonly RiskRule[]): Promise<readonly RuleFinding[]> {
  try {
    await api.risk.checkRules(rules);
    return [];
  } catch (error) {
    const findings = problemOf(error)?.findings;
    if (findings === undefined) throw error;
    return findings;
  }
}

/** Asks until the whole history was played; `tell` hears how many rows were. */
export async function tryOnHistory(
  version: number,
  tell: (played: number) => void,
): Promise<RiskPolicyVersion> {
  for (;;) {
    const answer = await api.risk.backtest(version);
    if (answer.state !== "running") return answer;
    tell(answer.played);
  }
}
