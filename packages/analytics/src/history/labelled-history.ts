/** Controlled cases of an exported history with the features that were known when they were lodged, and what was found. */
import {
  type FeaturePlan,
  featurePlan,
  featuresOf,
  History,
  type LabelledRow,
  type RiskExtras,
} from "@customhouse/risk";
import type { DuckDBConnection } from "@duckdb/node-api";
import { withEngine } from "./engine.ts";
import type { StoredFact } from "./fact.ts";
import { type DayParts, daysOf } from "./folder.ts";
import { observe } from "./observe.ts";
import { readDay } from "./read-facts.ts";

export interface LabelledCase extends LabelledRow {
  /** Moment of the risk run whose features these are: the last one of the case. */
  readonly at: string;
  readonly found: ReadonlySet<number> | "all";
}

export interface LabelledOrder {
  readonly folder: string;
  /** Cases after this instant; absent: all. */
  readonly after?: string | undefined;
  /** Features that are made, as `scope.name`; absent: all. */
  readonly needed?: Iterable<string> | undefined;
  readonly onFacts?: (facts: number) => void;
}

/** In the order of time. Errors: CH4602, CH4604. */
export async function labelledHistory(order: LabelledOrder): Promise<readonly LabelledCase[]> {
  const { folder, after = "", needed, onFacts = () => {} } = order;
  const days = await daysOf(folder);
  return await withEngine(async (connection) => {
    const results = await resultsIn(connection, days);
    const history = new History();
    const plan = featurePlan(needed);
    const cases = new Map<string, LabelledCase>();
    let facts = 0;
    for (const day of days) {
      for await (const batch of readDay(connection, day)) {
        for (const fact of batch) {
          const found = results.get(fact.caseId);
          if (fact.body.kind === "run" && found !== undefined && fact.at > after) {
            // Set again, so that cases stand in the order of their last runs.
            cases.delete(fact.caseId);
            cases.set(fact.caseId, labelled(fact, history, plan, found));
          }
          observe(history, fact);
        }
        facts += batch.length;
        onFacts(facts);
      }
    }
    return [...cases.values()];
  });
}

function labelled(
  { caseId, at, body }: StoredFact,
  history: History,
  plan: FeaturePlan,
  found: LabelledCase["found"],
): LabelledCase {
  if (body.kind !== "run") throw new Error("Only runs have features.");
  const extras = body.run.run?.extras as RiskExtras | undefined;
  const facts = { ...body.facts, at: history.notBefore(body.facts.at) };
  return { caseId, at, row: featuresOf(facts, history, extras, plan), found };
}

/** What the controls of a case found, together. A finding without an item is about the whole. */
async function resultsIn(
  connection: DuckDBConnection,
  days: readonly DayParts[],
): Promise<ReadonlyMap<string, LabelledCase["found"]>> {
  const results = new Map<string, LabelledCase["found"]>();
  for (const day of days) {
    for await (const batch of readDay(connection, day, "result")) {
      for (const { caseId, body } of batch) {
        if (body.kind !== "result") continue;
        const items = body.findings.map(({ item }) => item);
        const known = results.get(caseId) ?? new Set<number>();
        const isWhole = known === "all" || items.includes(undefined);
        results.set(caseId, isWhole ? "all" : new Set([...known, ...items] as number[]));
      }
    }
  }
  return results;
}

/** Of a declaration: whether anything was found on it. */
export function isFound({ found }: LabelledCase): boolean {
  return found === "all" || found.size > 0;
}
