/**
 * Selectivity: criteria, a random share per lane, and a top-up to target rates, in this order (the ASYCUDA sequence).
 * Deterministic: the draws are passed in. Every result carries the probability with which chance alone would have
 * selected the declaration, so that hit rates can later be estimated without bias.
 */
import {
  type ControlKind,
  type Country,
  type Declaration,
  holds,
  type Lane,
  type Selectivity,
} from "@customhouse/model";

export interface Assessment {
  readonly lane: Lane;
  readonly controls: readonly ControlKind[];
  /** Identifiers of the criteria that hit. Enforcement data: never shown to a trader. */
  readonly criteria: readonly string[];
  readonly basis: "criteria" | "random" | "top-up" | "none";
  /** Chance, from 0 to 1, that the random share or the top-up would have chosen this declaration. */
  readonly probability: number;
  readonly simulatedResultSeconds?: number;
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
}

/** From most to least intrusive: the first that anything asks for wins. */
const ORDER: readonly Lane[] = ["red", "yellow", "blue", "green"];

const CONTROLS: Readonly<Record<Lane, readonly ControlKind[]>> = {
  red: ["documentary", "physical"],
  yellow: ["documentary"],
  blue: ["non-blocking"],
  green: [],
};

export function assess(input: AssessmentInput): Assessment {
  const random = drawLane(input.draws[0], randomShares(input));
  const topUp = topUpLane(input);
  const probability = 1 - (1 - random.probability) * (1 - topUp.probability);
  const hits = hitCriteria(input);
  if (hits.length > 0) {
    const lane = ORDER.find((candidate) => hits.some((hit) => hit.lane === candidate)) ?? "green";
    const controls = [...new Set(hits.flatMap((hit) => hit.controls))];
    const simulated = hits.flatMap((hit) => hit.simulatedSatisfactoryAfterSeconds ?? []);
    return {
      lane,
      controls,
      criteria: hits.map((hit) => hit.id),
      basis: "criteria",
      probability,
      ...(simulated.length === hits.length
        ? { simulatedResultSeconds: Math.max(...simulated) }
        : {}),
    };
  }
  if (random.lane !== "green") return chosen(random.lane, "random", probability);
  if (topUp.lane !== "green") return chosen(topUp.lane, "top-up", probability);
  return chosen("green", "none", probability);
}

/** Chance never leaves a trusted trader alone altogether, unless the country says so. */
function randomShares({
  country: { selectivity },
  authorisations = [],
}: AssessmentInput): Selectivity["randomPerTenThousand"] {
  const trust = selectivity.trusted?.find((entry) =>
    entry.authorisations.some((code) => authorisations.includes(code)),
  );
  const shares = selectivity.randomPerTenThousand;
  if (trust === undefined) return shares;
  return Object.fromEntries(
    Object.entries(shares).map(([lane, share]) => [lane, (share * trust.randomSharePercent) / 100]),
  );
}

function chosen(lane: Lane, basis: Assessment["basis"], probability: number): Assessment {
  return { lane, controls: CONTROLS[lane], criteria: [], basis, probability };
}

function hitCriteria({ declaration, country }: AssessmentInput) {
  const items = declaration.GoodsShipment?.GovernmentAgencyGoodsItem ?? [];
  return country.selectivity.criteria.filter((criterion) =>
    criterion.scope === "item"
      ? items.some((item) => holds(criterion.when, item, declaration))
      : holds(criterion.when, declaration, declaration),
  );
}

interface Drawn {
  readonly lane: Lane;
  readonly probability: number;
}

/** Lays the shares end to end on [0, 1), most intrusive first, and sees where the draw falls. */
function drawLane(draw: number, shares: Readonly<Partial<Record<Lane, number>>>): Drawn {
  let upTo = 0;
  let lane: Lane = "green";
  for (const candidate of ORDER) {
    if (candidate === "green") continue;
    const from = upTo;
    upTo += (shares[candidate] ?? 0) / 10_000;
    if (draw >= from && draw < upTo) lane = candidate;
  }
  return { lane, probability: Math.min(upTo, 1) };
}

/** Where a lane is below its target today, the shortfall becomes an extra share. */
function topUpLane({ country, counts, draws }: AssessmentInput): Drawn {
  const shares: Partial<Record<Lane, number>> = {};
  for (const lane of ORDER) {
    const target = country.selectivity.targetPerTenThousand[lane];
    if (target === undefined || lane === "green") continue;
    const reached = counts.total === 0 ? 0 : ((counts.byLane[lane] ?? 0) * 10_000) / counts.total;
    if (reached < target) shares[lane] = target - reached;
  }
  return drawLane(draws[1], shares);
}
