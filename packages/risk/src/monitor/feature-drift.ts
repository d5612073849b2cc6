/**
 * Drift of features. Rows of features are kept of the declarations that something selected, which are no fair sample: they
 * would drift with every change of the rules. What chance picked is fair; so of what was judged to take a lane, as many are
 * taken as chance would have picked, and none because of what it is.
 */
import type { FeatureValue, RiskRow } from "../features/feature.ts";
import { type Drift, driftOf } from "./drift.ts";
import { judgedLane, type MonitoredRun } from "./outcome.ts";

/** Rows of this sample in the order of time, and which of their features are looked at. */
export interface SeenFeatures {
  /** As `scope.name`. */
  readonly names: readonly string[];
  readonly rows: readonly RiskRow[];
}

export const MOST_SEEN = 5_000;

/** Cases whose rows of features stand for all declarations alike, the newest at most; runs in the order of time. */
export function fairSample(runs: readonly MonitoredRun[]): readonly string[] {
  return runs
    .filter((run) => {
      const isPicked = run.basis === "random" || run.basis === "top-up";
      return judgedLane(run) === "green" ? isPicked : isDrawn(run);
    })
    .slice(-MOST_SEEN)
    .map(({ caseId }) => caseId);
}

/** A draw that is the same whenever it is asked for, by the name of the case alone (FNV-1a). */
function isDrawn({ caseId, probability }: MonitoredRun): boolean {
  let hash = 0x811c9dc5;
  for (let at = 0; at < caseId.length; at += 1) {
    hash = Math.imul(hash ^ caseId.charCodeAt(at), 0x01000193);
  }
  // The last characters hardly reach the high bits by themselves.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32 < probability;
}

/** First half against second. Of the items of a declaration, which are alike, the first. */
export function featureDrift({ names, rows }: SeenFeatures): readonly Drift[] {
  const half = Math.floor(rows.length / 2);
  return names.flatMap((name) => {
    const values = rows.map((row) => valueIn(row, name));
    return driftOf(name, values.slice(0, half), values.slice(half)) ?? [];
  });
}

function valueIn({ declaration, items }: RiskRow, name: string): FeatureValue | undefined {
  const dot = name.indexOf(".");
  const of = name.slice(0, dot) === "item" ? items[0] : declaration;
  return of?.[name.slice(dot + 1)];
}
