/** From hits and a model's probability to a lane. */
import { type ControlKind, isMoreIntrusive, LANES, type Lane } from "@customhouse/model";
import type { RuleLane } from "./rule.ts";

export const LANE_CONTROLS: Readonly<Record<Lane, readonly ControlKind[]>> = {
  red: ["documentary", "physical"],
  yellow: ["documentary"],
  blue: ["non-blocking"],
  green: [],
};

/** What asks for a lane: a criterion of the country, which is sure, or a rule with its weight. */
export interface LaneHit {
  readonly id: string;
  readonly lane: Lane;
  readonly controls: readonly ControlKind[];
  /** From 0 to 100. 100 always selects, whatever else. */
  readonly weight: number;
}

export interface LanePolicy {
  /** Score from which a lane is taken. */
  readonly thresholds: Readonly<Record<RuleLane, number>>;
}

export const USUAL_POLICY: LanePolicy = { thresholds: { red: 0.8, yellow: 0.5, blue: 0.3 } };

/** Controls that office and day can still make. Absent: no limit. */
export interface Capacity {
  readonly physical?: number;
  readonly documentary?: number;
}

export interface Judged {
  readonly lane: Lane;
  /** Chance, from 0 to 1, that some hit or the model is right, as if they were independent (noisy or). */
  readonly score: number;
  /** Whether a hit that always selects decided. */
  readonly certain: boolean;
  /** Whether the lane is as it is because of the model. */
  readonly byModel: boolean;
  /** The lane that the score asked for and the capacity could not give. */
  readonly withheld?: Lane;
}

export interface JudgeInput {
  readonly hits: readonly LaneHit[];
  /** A model's calibrated probability, from 0 to 1. */
  readonly probability?: number;
  readonly policy?: LanePolicy;
  readonly capacity?: Capacity;
}

export function judge(input: JudgeInput): Judged {
  const { hits, probability = 0, policy = USUAL_POLICY, capacity = {} } = input;
  const sure = hits.filter(({ weight }) => weight >= 100);
  const certainLane = mostIntrusive(sure.map(({ lane }) => lane));
  const asked = laneByScore(hits, probability, policy);
  const given = withinCapacity(asked, capacity);
  const lane = mostIntrusive([certainLane, given]);
  return {
    lane,
    score: laneScore(hits, probability, "green"),
    certain: sure.length > 0 && lane === certainLane,
    byModel: lane !== certainLane && laneByScore(hits, 0, policy) !== asked,
    ...(isMoreIntrusive(asked, lane) ? { withheld: asked } : {}),
  };
}

function laneByScore(hits: readonly LaneHit[], probability: number, policy: LanePolicy): Lane {
  const lane = LANES.find(
    (candidate) =>
      candidate !== "green" &&
      laneScore(hits, probability, candidate) >= policy.thresholds[candidate],
  );
  return lane ?? "green";
}

/** Hits that ask for the lane or a more intrusive one, and the model, which asks for any. */
function laneScore(hits: readonly LaneHit[], probability: number, lane: Lane): number {
  let unlikely = 1 - Math.min(Math.max(probability, 0), 1);
  for (const hit of hits) {
    if (!isMoreIntrusive(lane, hit.lane)) unlikely *= 1 - Math.min(hit.weight, 100) / 100;
  }
  return 1 - unlikely;
}

/** The most intrusive lane, no more than asked for, that can still be served. Blue and green hold nobody up. */
function withinCapacity(asked: Lane, capacity: Capacity): Lane {
  return LANES.slice(LANES.indexOf(asked)).find((lane) => hasCapacity(lane, capacity)) ?? "green";
}

export function hasCapacity(lane: Lane, { physical, documentary }: Capacity): boolean {
  if (lane === "red") return (physical ?? 1) > 0;
  return lane !== "yellow" || (documentary ?? 1) > 0;
}

export function mostIntrusive(lanes: readonly Lane[]): Lane {
  return LANES.find((lane) => lanes.includes(lane)) ?? "green";
}

/** Part of the random picks that goes where most is to be learnt. */
export interface Exploration {
  /** From 0 to 0.5: at least half of chance stays blind. */
  readonly share: number;
  /** Of this declaration, from 0 to 1; see `interestOf`. */
  readonly interest: number;
  /** Mean of all declarations of late, which keeps the share of picks as it was. */
  readonly meanInterest: number;
}

const MOST_EXPLORED = 0.5;
const MOST_INTEREST = 5;

/** By how much chance is more or less likely to pick this declaration. The floor is `1 - share`. */
export function explorationFactor(exploration: Exploration | undefined): number {
  if (exploration === undefined || !(exploration.meanInterest > 0)) return 1;
  const share = Math.min(Math.max(exploration.share, 0), MOST_EXPLORED);
  const interest = Math.max(exploration.interest, 0) / exploration.meanInterest;
  return 1 - share + share * Math.min(interest, MOST_INTEREST);
}

/** Most where the model cannot tell, or where little like it has been seen (`novelty`, from 0 to 1). */
export function interestOf(probability: number, novelty = 0): number {
  return Math.max(4 * probability * (1 - probability), novelty);
}
