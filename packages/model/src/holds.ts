/** Evaluates conditions over canonical documents. Pure: no clock, no I/O. */
import type { Condition } from "./condition.ts";
import { compareDecimals } from "./decimal.ts";
import { nodesAt, valuesAt } from "./values-at.ts";

const CACHE_LIMIT = 10_000;
/** A pattern sees at most this much of a value: patterns come from profiles, values from anyone. */
const MATCH_LIMIT = 4_096;
const patterns = new Map<string, RegExp>();

/**
 * Whether the condition holds for `node` (the message root or one goods item) of the message
 * whose root is `root`. Absent values satisfy nothing but `exists: false`, `not` and `always`.
 */
export function holds(condition: Condition, node: unknown, root: unknown): boolean {
  if ("path" in condition) return holdsAt(condition, node, root);
  if ("each" in condition) {
    const inner = condition.holds;
    return nodesAt(condition.each, node, root).some((row) => holds(inner, row, root));
  }
  if ("all" in condition) return condition.all.every((part) => holds(part, node, root));
  if ("any" in condition) return condition.any.some((part) => holds(part, node, root));
  if ("not" in condition) return !holds(condition.not, node, root);
  return condition.always;
}

type PathCondition = Extract<Condition, { readonly path: string }>;

function holdsAt(condition: PathCondition, node: unknown, root: unknown): boolean {
  if ("exists" in condition) {
    return nodesAt(condition.path, node, root).length > 0 === condition.exists;
  }
  const values = valuesAt(condition.path, node, root);
  if ("in" in condition) return values.some((value) => condition.in.includes(value));
  if ("startsWith" in condition) {
    return values.some((value) => condition.startsWith.some((start) => value.startsWith(start)));
  }
  if ("matches" in condition) {
    const pattern = patternOf(condition.matches);
    return values.some((value) => value.length <= MATCH_LIMIT && pattern.test(value));
  }
  if ("atLeast" in condition) {
    const { atLeast } = condition;
    return values.some((value) => (compareDecimals(value, atLeast) ?? -1) >= 0);
  }
  const { atMost } = condition;
  return values.some((value) => (compareDecimals(value, atMost) ?? 1) <= 0);
}

/** The whole value has to match. */
function patternOf(source: string): RegExp {
  const known = patterns.get(source);
  if (known) return known;
  if (patterns.size >= CACHE_LIMIT) patterns.clear();
  const pattern = new RegExp(`^(?:${source})$`, "u");
  patterns.set(source, pattern);
  return pattern;
}
