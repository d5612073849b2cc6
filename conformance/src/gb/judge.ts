/** Compares what was played with what was published. Knows nothing of how the player works. */
import type { Expected } from "./expected.ts";

export type Verdict = "match" | "miss" | "contradictory" | "not played";

export interface Judgement {
  readonly scenario: string;
  readonly verdict: Verdict;
  readonly expected: readonly string[];
  readonly ordered: boolean;
  readonly actual: readonly string[];
}

/**
 * In the order of the folder's examples where it has them, else as a multiset. A row that names other notifications
 * than its own examples is contradictory and left out, and must be on the fixed list.
 */
export function judge(expected: Expected, actual: readonly string[] | undefined): Judgement {
  const ordered = expected.examples !== undefined;
  const codes = expected.examples ?? expected.stated;
  const base = { scenario: expected.scenario, expected: codes, ordered, actual: actual ?? [] };
  if (expected.examples !== undefined && !sameMultiset(expected.examples, expected.stated)) {
    return { ...base, verdict: "contradictory" };
  }
  if (actual === undefined) return { ...base, verdict: "not played" };
  const matches = ordered ? codes.join() === actual.join() : sameMultiset(codes, actual);
  return { ...base, verdict: matches ? "match" : "miss" };
}

function sameMultiset(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join() === [...other].sort().join();
}
