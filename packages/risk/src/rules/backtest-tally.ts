/** Counting for one set of rules over the cases of a back-test. */
import type { Lane } from "@customhouse/model";
import type { Sample } from "../monitor/outcome.ts";
import type { Burden, DayWorkload, Precision, SetOutcome, TraderSize } from "./backtest-report.ts";

/** One case as it was played. */
export interface PlayedCase {
  readonly caseId: string;
  readonly office: string;
  readonly day: string;
  readonly size: TraderSize;
  readonly lanes: { readonly before: Lane; readonly after: Lane };
  /** Whether the lane is as it is because of the model. */
  readonly byModel: { readonly before: boolean; readonly after: boolean };
  /** Positions in the set after. */
  readonly hits: readonly number[];
  /** How it came to be looked at then; absent: it was not meant to be. */
  readonly sample?: Sample;
  /** What a control found; absent: not controlled, or not known yet. */
  found?: boolean;
}

const SIZES: readonly (readonly [TraderSize, number])[] = [
  ["below 10", 10],
  ["10 to 99", 100],
  ["100 to 999", 1_000],
  ["1000 and more", Number.POSITIVE_INFINITY],
];

export function traderSize(declarations: unknown): TraderSize {
  if (typeof declarations !== "number") return "unknown";
  return SIZES.find(([, below]) => declarations < below)?.[0] ?? "unknown";
}

/** `weights` says of each case how many it stands for. */
export function outcomeOf(
  cases: readonly PlayedCase[],
  weights: Float64Array,
  which: "before" | "after",
): SetOutcome {
  const selected = cases.filter(({ lanes }) => lanes[which] !== "green");
  return {
    selected: selected.length,
    byModel: selected.filter(({ byModel }) => byModel[which]).length,
    workload: workloadOf(selected, which),
    precision: precisionOf(cases, weights, which),
    burden: burdenOf(cases, which),
  };
}

function workloadOf(
  selected: readonly PlayedCase[],
  which: "before" | "after",
): readonly DayWorkload[] {
  const days = new Map<string, { office: string; day: string } & Record<Lane, number>>();
  for (const { office, day, lanes } of selected) {
    const key = `${day} ${office}`;
    const count = days.get(key) ?? { office, day, red: 0, yellow: 0, blue: 0, green: 0 };
    count[lanes[which]] += 1;
    days.set(key, count);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { office, day, red, yellow, blue }]) => ({ office, day, red, yellow, blue }));
}

function precisionOf(
  cases: readonly PlayedCase[],
  weights: Float64Array,
  which: "before" | "after",
): Precision {
  const controlled = cases.filter(
    ({ lanes, found }) => lanes[which] !== "green" && found !== undefined,
  );
  const estimated = estimatedOf(cases, weights, which);
  return {
    controlled: controlled.length,
    found: controlled.filter(({ found }) => found).length,
    ...(estimated === undefined ? {} : { estimated }),
  };
}

/** What was selected then stands for itself; without anything that chance picked, all of the rest is unknown. */
function estimatedOf(
  cases: readonly PlayedCase[],
  weights: Float64Array,
  which: "before" | "after",
): Precision["estimated"] {
  let [weight, squares, weightFound, weightAllFound, byChance] = [0, 0, 0, 0, 0];
  for (const [index, { sample, lanes, found }] of cases.entries()) {
    const own = weights[index] ?? 0;
    if (own === 0) continue;
    if (sample?.byChance) byChance += 1;
    if (found) weightAllFound += own;
    if (lanes[which] === "green") continue;
    weight += own;
    squares += own * own;
    if (found) weightFound += own;
  }
  if (byChance === 0) return undefined;
  return {
    ...(weight === 0 ? {} : { precision: weightFound / weight }),
    ...(weightAllFound === 0 ? {} : { recall: weightFound / weightAllFound }),
    effectiveCases: squares === 0 ? 0 : (weight * weight) / squares,
  };
}

function burdenOf(cases: readonly PlayedCase[], which: "before" | "after"): readonly Burden[] {
  const sizes: readonly TraderSize[] = [...SIZES.map(([size]) => size), "unknown"];
  return sizes.map((size) => {
    const own = cases.filter((played) => played.size === size);
    const selected = own.filter(({ lanes }) => lanes[which] !== "green");
    return { size, declarations: own.length, selected: selected.length };
  });
}
