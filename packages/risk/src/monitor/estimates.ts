/**
 * What only chance can say: how much there is to find in all, and how much of it selection finds. Two strata of known size:
 * what criteria, rules and model had controlled, all of which is looked at; and the rest, of which chance picked some.
 */
import { isTelling } from "../control-chance.ts";
import { judgedLane, type MonitoredRun, type Sample } from "./outcome.ts";
import { amountOf, type Estimate, shareOf, sumOf, weightedShare } from "./rate.ts";

export interface WeighedRun {
  readonly run: MonitoredRun;
  readonly sample: Sample | undefined;
  /** How many declarations it stands for; 0: none. */
  readonly weight: number;
}

export interface Estimates {
  readonly baseRate: Estimate;
  readonly recall: Estimate;
}

/** Of all runs of a period, controlled or not: the strata are as large as they were, whatever chance drew. */
export function estimatesOf(weighed: readonly WeighedRun[]): Estimates {
  const judged = weighed.filter(({ run }) => isTelling(judgedLane(run))).length;
  const foundJudged = amountOf(judged, foundIn(weighed, false));
  const rest = weighed.length - judged;
  const byChance = foundIn(weighed, true);
  const foundRest = amountOf(rest, byChance);
  const { runs, effectiveRuns } = byChance;
  const from = { runs, effectiveRuns };
  if (foundJudged === undefined || foundRest === undefined || weighed.length === 0) {
    return { baseRate: from, recall: from };
  }
  const found = sumOf(foundJudged, foundRest);
  const share = (declarations: number) => Math.min(1, Math.max(0, declarations / weighed.length));
  return {
    baseRate: { share: share(found.value), from: share(found.from), to: share(found.to), ...from },
    recall: { ...shareOf(foundJudged, foundRest), ...from },
  };
}

function foundIn(weighed: readonly WeighedRun[], isByChance: boolean): Estimate {
  return weightedShare(
    weighed
      .filter(({ sample, weight }) => sample?.byChance === isByChance && weight > 0)
      .map(({ run, weight }) => ({ weight, holds: run.found === true })),
  );
}
