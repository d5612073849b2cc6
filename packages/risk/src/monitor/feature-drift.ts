/**
 * Drift of features. Rows of features are kept of the declarations that something selected, which are no fair sample: they
 * would drift with every change of the rules. What chance picked is fair; so of what was judged to take a lane, as many are
 * taken as chance would have picked, and none because of what it is.
 */
import { textHash } from "@customhouse/model/hash";
import type { FeatureValue, RiskRow } from "../features/feature.ts";
import { featureOf, isOfItem } from "../features/feature-name.ts";
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

const DRAW_SEED = 0x5eed1e55;

/** A draw that is the same whenever it is asked for, by the name of the case alone. */
function isDrawn({ caseId, probability }: MonitoredRun): boolean {
  return textHash(caseId, DRAW_SEED) / 2 ** 32 < probability;
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
  const of = isOfItem(name) ? items[0] : declaration;
  return of?.[featureOf(name)];
}
