/**
 * Selectivity: criteria and rules, a random share per lane, and a top-up to target rates, in this order (the ASYCUDA
 * sequence). Deterministic: the draws are passed in. Every result carries the probability with which chance alone would
 * have selected the declaration, so that hit rates can later be estimated without bias.
 */
import {
  type ControlKind,
  type Country,
  type Declaration,
  holds,
  isMoreIntrusive,
  LANES,
  type Lane,
  type Selectivity,
} from "@customhouse/model";
import { controlChance, type Drawn, isTelling } from "./control-chance.ts";
import type { RiskRow } from "./features/feature.ts";
import type { CompiledRuleSet } from "./rules/compile.ts";
import { type Evaluated, evaluateRules, type RuleFailure } from "./rules/evaluate.ts";
import {
  type Capacity,
  type Exploration,
  explorationFactor,
  hasCapacity,
  type Judged,
  judge,
  LANE_CONTROLS,
  type LaneHit,
  type LanePolicy,
} from "./rules/lanes.ts";

export interface Assessment {
  readonly lane: Lane;
  readonly controls: readonly ControlKind[];
  /**
   * Identifiers of the criteria and live rules that hit, and `model:` with its identifier where a model decided.
   * Enforcement data: never shown to a trader.
   */
  readonly criteria: readonly string[];
  readonly basis: "criteria" | "random" | "top-up" | "none";
  /** Chance, from 0 to 1, that the random share or the top-up would have chosen this declaration. */
  readonly probability: number;
  /** The lane that criteria, rules, model and capacity came to, before chance. */
  readonly judged: Lane;
  /** Chance, from 0 to 1, that luck alone would bring it to a control that tells; absent: `judged` does so anyway. */
  readonly controlChance?: number;
  readonly simulatedResultSeconds?: number;
  /** What follows is there when rules or a model were given. From 0 to 1: how much hits and model say together. */
  readonly score?: number;
  /** Rules in shadow mode that hit: recorded, without effect. */
  readonly shadow?: readonly string[];
  /** Rules that could not be decided. Neither hits nor none. */
  readonly failures?: readonly RuleFailure[];
  /** The lane that was asked for and that the capacity of office and day could not give. */
  readonly withheld?: Lane;
}

/** How the lanes were filled so far today, for the top-up. */
export interface LaneCounts {
  readonly total: number;
  readonly byLane: Readonly<Partial<Record<Lane, number>>>;
}

export interface AssessmentInput {
  readonly declaration: Declaration;
  readonly country: Country;
  /** Uniform draws in [0, 1), one for the random share and one for the top-up. */
  readonly draws: readonly [number, number];
  readonly counts: LaneCounts;
  /** What the declarant is authorised as, for example `AEOF`. */
  readonly authorisations?: readonly string[];
  /** Compiled rules and the features of this declaration. */
  readonly rules?: { readonly set: CompiledRuleSet; readonly row: RiskRow };
  /** A model's calibrated probability that a control finds something. */
  readonly model?: { readonly id: string; readonly probability: number };
  /** Scores from which lanes are taken; absent: the usual ones. */
  readonly policy?: LanePolicy;
  /** Controls left to office and day. Chance and whatever always selects do not ask for it. */
  readonly capacity?: Capacity;
  readonly exploration?: Exploration;
}

export function assess(input: AssessmentInput): Assessment {
  const random = drawLane(input.draws[0], randomShares(input));
  const topUp = topUpLane(input);
  const probability = 1 - (1 - random.probability) * (1 - topUp.probability);
  const criteria = hitCriteria(input);
  const evaluated = input.rules && evaluateRules(input.rules.set, input.rules.row);
  const hits = [...criteria.map((hit) => ({ ...hit, weight: 100 })), ...liveHits(evaluated)];
  const judged = judge({
    hits,
    probability: input.model?.probability,
    policy: input.policy,
    capacity: input.capacity,
  });
  const ofControl = controlChance(judged, random, topUp);
  const found = {
    judged: judged.lane,
    ...(ofControl === undefined ? {} : { controlChance: ofControl }),
    criteria: [
      ...hits.map(({ id }) => id),
      ...(judged.byModel && input.model !== undefined ? [`model:${input.model.id}`] : []),
    ],
    probability,
    ...outcome(input, judged, evaluated),
  };
  const byChance = judged.lane === "green" || isMoreIntrusive(random.lane, judged.lane);
  if (judged.certain || !byChance) {
    const simulated = criteria.flatMap((hit) => hit.simulatedSatisfactoryAfterSeconds ?? []);
    return {
      lane: judged.lane,
      controls: controlsOf(judged.lane, hits),
      basis: "criteria",
      ...found,
      ...(simulated.length > 0 && simulated.length === hits.length
        ? { simulatedResultSeconds: Math.max(...simulated) }
        : {}),
    };
  }
  const [lane, basis] = chosenByChance(random.lane, topUp.lane);
  return { lane, controls: LANE_CONTROLS[lane], basis, ...found };
}

function chosenByChance(random: Lane, topUp: Lane): readonly [Lane, Assessment["basis"]] {
  if (random !== "green") return [random, "random"];
  return topUp === "green" ? ["green", "none"] : [topUp, "top-up"];
}

function liveHits(evaluated: Evaluated | undefined): readonly LaneHit[] {
  return (evaluated?.hits ?? []).map(({ rule }) => rule).filter(({ mode }) => mode === "live");
}

/** What hits of this lane order; a lane that none of them asked for has its usual controls. */
function controlsOf(lane: Lane, hits: readonly LaneHit[]): readonly ControlKind[] {
  if (!hits.some((hit) => hit.lane === lane)) return LANE_CONTROLS[lane];
  const counted = hits.filter((hit) => !isMoreIntrusive(hit.lane, lane));
  return [...new Set(counted.flatMap((hit) => hit.controls))];
}

function outcome(
  { rules, model }: AssessmentInput,
  { score, withheld }: Judged,
  evaluated: Evaluated | undefined,
): Pick<Assessment, "score" | "shadow" | "failures" | "withheld"> {
  if (rules === undefined && model === undefined) return {};
  const shadow = (evaluated?.hits ?? []).filter(({ rule }) => rule.mode === "shadow");
  return {
    score,
    shadow: shadow.map(({ rule }) => rule.id),
    failures: evaluated?.failures ?? [],
    ...(withheld === undefined ? {} : { withheld }),
  };
}

/** Chance never leaves a trusted trader alone altogether, unless the country says so. */
function randomShares({
  country: { selectivity },
  authorisations = [],
  exploration,
}: AssessmentInput): Selectivity["randomPerTenThousand"] {
  const trust = selectivity.trusted?.find((entry) =>
    entry.authorisations.some((code) => authorisations.includes(code)),
  );
  const factor = ((trust?.randomSharePercent ?? 100) / 100) * explorationFactor(exploration);
  const shares = selectivity.randomPerTenThousand;
  if (factor === 1) return shares;
  return Object.fromEntries(Object.entries(shares).map(([lane, share]) => [lane, share * factor]));
}

function hitCriteria({ declaration, country }: AssessmentInput) {
  const items = declaration.GoodsShipment?.GovernmentAgencyGoodsItem ?? [];
  return country.selectivity.criteria.filter((criterion) =>
    criterion.scope === "item"
      ? items.some((item) => holds(criterion.when, item, declaration))
      : holds(criterion.when, declaration, declaration),
  );
}

/** Lays the shares end to end on [0, 1), most intrusive first, and sees where the draw falls. */
function drawLane(draw: number, shares: Readonly<Partial<Record<Lane, number>>>): Drawn {
  let upTo = 0;
  let telling = 0;
  let lane: Lane = "green";
  for (const candidate of LANES) {
    if (candidate === "green") continue;
    const from = upTo;
    upTo += (shares[candidate] ?? 0) / 10_000;
    if (isTelling(candidate)) telling += Math.min(upTo, 1) - Math.min(from, 1);
    if (draw >= from && draw < upTo) lane = candidate;
  }
  return { lane, probability: Math.min(upTo, 1), telling };
}

/** Where a lane is below its target today, the shortfall becomes an extra share. */
function topUpLane({ country, counts, draws, capacity = {} }: AssessmentInput): Drawn {
  const shares: Partial<Record<Lane, number>> = {};
  for (const lane of LANES) {
    const target = country.selectivity.targetPerTenThousand[lane];
    if (target === undefined || lane === "green" || !hasCapacity(lane, capacity)) continue;
    const reached = counts.total === 0 ? 0 : ((counts.byLane[lane] ?? 0) * 10_000) / counts.total;
    if (reached < target) shares[lane] = target - reached;
  }
  return drawLane(draws[1], shares);
}
