/** Worlds of which everything is known, selected by the real engine: for tests of what is told of them. */
import { seeded } from "@customhouse/learning";
import type { Country, Selectivity } from "@customhouse/model";
import type { MonitoredRun } from "../../src/monitor/outcome.ts";
import { type CompiledRuleSet, compileRules } from "../../src/rules/compile.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { assess } from "../../src/select.ts";
import { rule } from "../rules/rule.ts";

/** Declarations of one kind: kinds are told by their number of packages, which rules read. */
export interface Kind {
  readonly share: number;
  readonly findings: number;
}

export interface World {
  readonly kinds: readonly Kind[];
  readonly rules: readonly Rule[];
  readonly selectivity: Partial<Selectivity>;
  readonly declarations: number;
  readonly seed: number;
  /** Documentary controls of the day; absent: no limit. */
  readonly documentary?: number;
  /** Part of the random picks that goes to the first kind rather than to others. */
  readonly exploration?: number;
  /** By how much findings are rarer at the end of the period than at its beginning, from 0 to 1. */
  readonly wane?: number;
  /** Whether a control that tells has its result already. From 0 to 1 of the period. */
  readonly isDone?: (lane: string, when: number, random: () => number) => boolean;
}

export interface Played {
  readonly runs: readonly MonitoredRun[];
  /** Of each run: the position of its kind, and whether there is something to find. */
  readonly kinds: readonly number[];
  readonly bad: readonly boolean[];
  /** Share of all with something to find, and of these the share that was controlled without chance. */
  readonly truth: { readonly baseRate: number; readonly recall: number };
}

const AT = "2026-05-01T00:00:00.000Z";
const DAYS_MS = 90 * 86_400_000;

export function ruleOfKind(id: string, kind: number, weight: number, more: Partial<Rule> = {}) {
  const own = { id, weight, lane: "yellow", controls: ["documentary"], ...more } as const;
  return rule(`declaration.totalPackages == ${kind}`, own);
}

export function play(world: World): Played {
  const { kinds, declarations, seed, wane = 0, isDone = () => true } = world;
  const random = seeded(seed);
  const { set } = compileRules(world.rules);
  let [there, controlled] = [0, 0];
  const played = { kinds: [] as number[], bad: [] as boolean[] };
  const runs = Array.from({ length: declarations }, (_, index): MonitoredRun => {
    const when = index / declarations;
    const kind = kindAt(kinds, random());
    played.kinds.push(kind);
    const bad = random() < (kinds[kind]?.findings ?? 0) * (1 - wane * when);
    const { lane, judged, ...assessed } = assessedAs(world, set, kind, [random(), random()]);
    played.bad.push(bad);
    if (bad) there += 1;
    if (bad && holds(judged)) controlled += 1;
    const done = holds(lane) && isDone(lane, when, random);
    return {
      caseId: `C${index}`,
      at: new Date(Date.parse(AT) + when * DAYS_MS).toISOString(),
      shadow: [],
      ...{ lane, judged, ...assessed },
      ...(done ? { found: bad } : {}),
    };
  });
  return {
    runs,
    ...played,
    truth: { baseRate: there / declarations, recall: controlled / there },
  };
}

function assessedAs(
  { rules: _, selectivity, documentary, exploration }: World,
  set: CompiledRuleSet,
  kind: number,
  draws: readonly [number, number],
) {
  const country = {
    selectivity: {
      criteria: [],
      randomPerTenThousand: {},
      targetPerTenThousand: {},
      ...selectivity,
    },
  } as unknown as Country;
  const row = { at: AT, day: "2026-05-01", declaration: { totalPackages: kind }, items: [] };
  const { lane, basis, criteria, probability, judged, controlChance, score } = assess({
    declaration: {},
    country,
    draws,
    counts: { total: 0, byLane: {} },
    rules: { set, row },
    ...(documentary === undefined ? {} : { capacity: { documentary } }),
    ...(exploration === undefined
      ? {}
      : { exploration: { share: exploration, interest: kind === 0 ? 1 : 0.1, meanInterest: 0.4 } }),
  });
  return {
    ...{ lane, basis, criteria, probability, judged },
    ...(score === undefined ? {} : { score }),
    ...(controlChance === undefined ? {} : { controlChance }),
  };
}

function holds(lane: string): boolean {
  return lane === "yellow" || lane === "red";
}

function kindAt(kinds: readonly Kind[], draw: number): number {
  let upTo = 0;
  const found = kinds.findIndex(({ share }) => {
    upTo += share;
    return draw < upTo;
  });
  return found < 0 ? kinds.length - 1 : found;
}
