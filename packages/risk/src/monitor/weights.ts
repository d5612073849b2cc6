/**
 * How many declarations each run stands for whose control said what it found. What was judged stands for itself, and what
 * chance alone picked for one over its chance. Controls that are still open would be missing among the newest, and among
 * lanes that take long: so within a lane the runs with a result, some at a time in the order of time, stand for those without
 * one too.
 */
import { isTelling } from "../control-chance.ts";
import type { Sample } from "./outcome.ts";

export interface Weighed {
  /** Absent: it stands for nobody. */
  readonly sample?: Sample | undefined;
  /** What a control found; absent: no result yet. */
  readonly found?: boolean | undefined;
}

/** Runs with a result that speak for a stretch of time: few enough to follow it, enough to be no accident. */
const LEAST_ANSWERS = 20;

interface Entry {
  readonly index: number;
  readonly weight: number;
  readonly answers: boolean;
}

/** By run, in the order of time; 0 for what stands for nobody. */
export function weightsOf(runs: readonly Weighed[]): Float64Array {
  const weights = new Float64Array(runs.length);
  const strata = new Map<string, Map<string, Entry[]>>();
  for (const [index, { sample, found }] of runs.entries()) {
    if (sample === undefined) continue;
    const { lane, byChance, chance, anyLane } = sample;
    // Chances of different things do not speak for each other.
    const stratum = placed(strata, `${byChance} ${anyLane}`, () => new Map<string, Entry[]>());
    const answers = found !== undefined && isTelling(lane);
    placed(stratum, lane, () => [] as Entry[]).push({ index, weight: 1 / chance, answers });
  }
  for (const lanes of strata.values()) weighStratum(weights, [...lanes.values()]);
  return weights;
}

function placed<T>(among: Map<string, T>, key: string, made: () => T): T {
  const known = among.get(key) ?? made();
  among.set(key, known);
  return known;
}

/** A lane without any result is spoken for by the others. */
function weighStratum(weights: Float64Array, lanes: readonly (readonly Entry[])[]): void {
  const [answered, silent] = [lanes.filter(someAnswer), lanes.filter((one) => !someAnswer(one))];
  const spoken = answered.reduce((sum, lane) => sum + weightOfAll(lane), 0);
  const unspoken = silent.reduce((sum, lane) => sum + weightOfAll(lane), 0);
  for (const stretch of answered.flatMap(stretches)) {
    const all = weightOfAll(stretch);
    const answers = stretch.filter((one) => one.answers);
    const factor = (all / weightOfAll(answers)) * (1 + unspoken / spoken);
    for (const { index, weight } of answers) weights[index] = weight * factor;
  }
}

/** Runs of one lane in stretches with enough results each; what is left at the end joins the last. */
function stretches(lane: readonly Entry[]): readonly (readonly Entry[])[] {
  const all: Entry[][] = [[]];
  let answers = 0;
  for (const entry of lane) {
    if (answers >= LEAST_ANSWERS) {
      all.push([]);
      answers = 0;
    }
    all.at(-1)?.push(entry);
    if (entry.answers) answers += 1;
  }
  const last = answers < LEAST_ANSWERS ? (all.pop() ?? []) : [];
  const before = all.pop() ?? [];
  return [...all, [...before, ...last]];
}

function someAnswer(entries: readonly Entry[]): boolean {
  return entries.some(({ answers }) => answers);
}

function weightOfAll(entries: readonly Entry[]): number {
  return entries.reduce((sum, { weight }) => sum + weight, 0);
}
