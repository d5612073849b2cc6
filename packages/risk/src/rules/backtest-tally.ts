/** Counting for one set of rules over the cases of a back-test. */
import type { Lane } from "@customhouse/model";
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
  /** Chance with which it was picked at random; absent: it was not. */
  readonly chance?: number;
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

export function outcomeOf(cases: readonly PlayedCase[], which: "before" | "after"): SetOutcome {
  const selected = cases.filter(({ lanes }) => lanes[which] !== "green");
  return {
    selected: selected.length,
    byModel: selected.filter(({ byModel }) => byModel[which]).length,
    workload: workloadOf(selected, which),
    precision: precisionOf(cases, which),
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

function precisionOf(cases: readonly PlayedCase[], which: "before" | "after"): Precision {
  let [controlled, found] = [0, 0];
  let [weight, squares, weightFound, weightAllFound, strata] = [0, 0, 0, 0, 0];
  for (const played of cases) {
    if (played.found === undefined) continue;
    const selected = played.lanes[which] !== "green";
    if (selected) controlled += 1;
    if (selected && played.found) found += 1;
    if (played.chance === undefined || !(played.chance > 0)) continue;
    const inverse = 1 / played.chance;
    strata += 1;
    if (played.found) weightAllFound += inverse;
    if (!selected) continue;
    weight += inverse;
    squares += inverse * inverse;
    if (played.found) weightFound += inverse;
  }
  if (strata === 0) return { controlled, found };
  return {
    controlled,
    found,
    estimated: {
      ...(weight === 0 ? {} : { precision: weightFound / weight }),
      ...(weightAllFound === 0 ? {} : { recall: weightFound / weightAllFound }),
      effectiveCases: squares === 0 ? 0 : (weight * weight) / squares,
    },
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
