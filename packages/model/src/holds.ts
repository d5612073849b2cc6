/** Evaluates conditions over canonical documents. Pure: no clock, no I/O. */
import type { Condition } from "./condition.ts";
import { compareDecimals } from "./decimal.ts";
import { someAt } from "./values-at.ts";

/** A pattern sees at most this much of a value: patterns come from profiles, values from anyone. */
const MATCH_LIMIT = 4_096;

/**
 * Whether the condition holds for `node` (the message root or one goods item) of the message
 * whose root is `root`. Absent values satisfy nothing but `exists: false`, `not` and `always`.
 */
export function holds(condition: Condition, node: unknown, root: unknown): boolean {
  if ("path" in condition) return holdsAt(condition, node, root);
  if ("each" in condition) {
    const inner = condition.holds;
    return someAt(condition.each, node, root, (row) => holds(inner, row, root));
  }
  if ("all" in condition) return condition.all.every((part) => holds(part, node, root));
  if ("any" in condition) return condition.any.some((part) => holds(part, node, root));
  if ("not" in condition) return !holds(condition.not, node, root);
  return condition.always;
}

type PathCondition = Extract<Condition, { readonly path: string }>;

function holdsAt(condition: PathCondition, node: unknown, root: unknown): boolean {
  const { path } = condition;
  if ("exists" in condition) return someAt(path, node, root, () => true) === condition.exists;
  const test = leafTestOf(condition);
  return someAt(path, node, root, (found) => typeof found === "string" && test(found));
}

type LeafTest = (value: string) => boolean;
type LeafCondition = Exclude<PathCondition, { readonly exists: boolean }>;

/** Conditions are data of a profile that stay as they are, so what each asks of a leaf is put together once. */
const leafTests = new WeakMap<LeafCondition, LeafTest>();

function leafTestOf(condition: LeafCondition): LeafTest {
  const known = leafTests.get(condition);
  if (known) return known;
  const test = makeLeafTest(condition);
  leafTests.set(condition, test);
  return test;
}

function makeLeafTest(condition: LeafCondition): LeafTest {
  if ("in" in condition) {
    const values = new Set(condition.in);
    return (value) => values.has(value);
  }
  if ("startsWith" in condition) {
    const { startsWith } = condition;
    return (value) => startsWith.some((start) => value.startsWith(start));
  }
  if ("matches" in condition) {
    const pattern = patternOf(condition.matches);
    return (value) => value.length <= MATCH_LIMIT && pattern.test(value);
  }
  if ("atLeast" in condition) {
    const { atLeast } = condition;
    return (value) => (compareDecimals(value, atLeast) ?? -1) >= 0;
  }
  const { atMost } = condition;
  return (value) => (compareDecimals(value, atMost) ?? 1) <= 0;
}

/** The whole value has to match. */
function patternOf(source: string): RegExp {
  return new RegExp(`^(?:${source})$`, "u");
}
