/**
 * How well selection does, told honestly: what was selected because it looked bad says how often that was right, and only
 * what chance picked says how much there is that nobody looked at.
 */
import { type CalibrationTenth, calibrationOf } from "./calibration.ts";
import { type Drift, driftOf } from "./drift.ts";
import { estimatesOf, type WeighedRun } from "./estimates.ts";
import { featureDrift, type SeenFeatures } from "./feature-drift.ts";
import { isAssumed, type MonitoredRun, sampleOf } from "./outcome.ts";
import { areaUnderCurve, type Ranking, rankingOf } from "./ranking.ts";
import { type Estimate, type Rate, rateOf } from "./rate.ts";
import { weightsOf } from "./weights.ts";

export interface RulePerformance {
  readonly id: string;
  readonly hits: number;
  /** Of its hits that were controlled, those with findings. */
  readonly hitRate: Rate;
  /** The same in the second half of the period; a rule that is found out decays. */
  readonly lately: Rate;
  readonly decayed: boolean;
}

export interface Performance {
  readonly from?: string;
  readonly to?: string;
  readonly runs: number;
  readonly controlled: number;
  /** Findings by what selected. */
  readonly byBasis: Readonly<Record<string, Rate>>;
  readonly rules: readonly RulePerformance[];
  /** Share of all declarations with something to find, from what chance picked. */
  readonly baseRate: Estimate;
  /** Share of all that there was to find that criteria, rules and model had controlled, from what chance picked. */
  readonly recall: Estimate;
  /** Runs that were stored before the lane without chance was, and on which both estimates rest on a guess at it. */
  readonly assumed: number;
  /** Of controlled runs with a score: what it said and what came true. Scores chose most of them, so it is not of all. */
  readonly calibration: readonly CalibrationTenth[];
  /** Of the controlled runs, those that a model scored: of the others, scores are what rules weigh. */
  readonly scoredByModel: number;
  /** Whether the model puts in order lately as well as before. Absent: too little was controlled, or no model scored. */
  readonly ranking?: Ranking;
  /** On controlled runs that both scored: how often each puts one with a finding above one without. Absent: none. */
  readonly models?: {
    readonly runs: number;
    readonly champion: number;
    readonly challenger: number;
  };
  /** Scores, outcomes, lanes and features, first half of the period against the second. Features are `scope.name`. */
  readonly drift: readonly Drift[];
}

const NOTHING_SEEN: SeenFeatures = { names: [], rows: [] };

/** Runs in the order of time; `seen` are the rows of `fairSample`. */
export function performanceOf(
  runs: readonly MonitoredRun[],
  seen: SeenFeatures = NOTHING_SEEN,
): Performance {
  const controlled = runs.filter(({ found }) => found !== undefined);
  const sampled = runs.map((run) => ({ run, sample: sampleOf(run), found: run.found }));
  const weights = weightsOf(sampled);
  const weighed = sampled.map((one, index) => ({ ...one, weight: weights[index] ?? 0 }));
  const half = Math.floor(runs.length / 2);
  const [earlier, later] = [runs.slice(0, half), runs.slice(half)];
  const byBasis = Map.groupBy(controlled, ({ basis }) => basis);
  const ranking = rankingOf(weighed.slice(0, half), weighed.slice(half));
  const first = runs[0]?.at;
  const last = runs.at(-1)?.at;
  return {
    ...(first === undefined || last === undefined ? {} : { from: first, to: last }),
    runs: runs.length,
    controlled: controlled.length,
    byBasis: Object.fromEntries([...byBasis].map(([basis, some]) => [basis, foundIn(some)])),
    rules: rulesOf(runs, later),
    ...estimatesOf(weighed),
    assumed: runs.filter(isAssumed).length,
    calibration: calibrationOf(controlled),
    scoredByModel: controlled.filter(({ model }) => model !== undefined).length,
    ...(ranking === undefined ? {} : { ranking }),
    ...modelsOf(weighed),
    drift: [
      ...["score", "found", "lane", "basis"].flatMap(
        (name) => driftOf(name, valuesOf(earlier, name), valuesOf(later, name)) ?? [],
      ),
      ...featureDrift(seen),
    ],
  };
}

function foundIn(runs: readonly MonitoredRun[]): Rate {
  return rateOf(
    runs.filter(({ found }) => found === true).length,
    runs.filter(({ found }) => found !== undefined).length,
  );
}

function rulesOf(
  runs: readonly MonitoredRun[],
  later: readonly MonitoredRun[],
): readonly RulePerformance[] {
  const hitsOf = (some: readonly MonitoredRun[]) => {
    const hits = new Map<string, MonitoredRun[]>();
    for (const run of some) {
      for (const id of [...run.criteria, ...run.shadow]) {
        const known = hits.get(id);
        if (known === undefined) hits.set(id, [run]);
        else known.push(run);
      }
    }
    return hits;
  };
  const lateHits = hitsOf(later);
  return [...hitsOf(runs)]
    .map(([id, hits]) => {
      const hitRate = foundIn(hits);
      const lately = foundIn(lateHits.get(id) ?? []);
      // Not by chance: even what it may be lately at the most is less than what it was.
      const decayed = lately.to !== undefined && lately.to < (hitRate.share ?? 0);
      return { id, hits: hits.length, hitRate, lately, decayed };
    })
    .sort((a, b) => b.hits - a.hits || (a.id < b.id ? -1 : 1));
}

/** The champion among others chose what was controlled, so that chance speaks for the rest, as in the estimates. */
function modelsOf(weighed: readonly WeighedRun[]): Pick<Performance, "models"> {
  const both = weighed.filter(
    ({ run, weight }) => weight > 0 && run.model !== undefined && run.challenger !== undefined,
  );
  const areaOf = (scoreOf: (run: MonitoredRun) => number | undefined) =>
    areaUnderCurve(
      both.map(({ run, weight }) => ({
        score: scoreOf(run) ?? 0,
        weight,
        found: run.found === true,
      })),
    );
  const champion = areaOf(({ model }) => model);
  const challenger = areaOf(({ challenger: score }) => score);
  if (champion === undefined || challenger === undefined) return {};
  return { models: { runs: both.length, champion, challenger } };
}

function valuesOf(runs: readonly MonitoredRun[], name: string) {
  return runs
    .filter((run) => name !== "found" || run.found !== undefined)
    .map((run) => run[name as "score" | "found" | "lane" | "basis"]);
}
