/**
 * Conditions as data: how a profile says "when". One small language serves validation rules, procedure
 * selection, selectivity criteria and agency requirements, so that a country writes no code.
 */

/**
 * `path` is slash-separated element names. It starts at the node the condition is asked about (the declaration,
 * or one goods item), or at the declaration when it starts with `/`. Where a class repeats, a condition
 * holds when any repetition satisfies it. A bare attribute is named `Element@attribute`.
 */
export type Condition =
  | { readonly path: string; readonly in: readonly string[] }
  | { readonly path: string; readonly startsWith: readonly string[] }
  | { readonly path: string; readonly matches: string }
  | { readonly path: string; readonly exists: boolean }
  | { readonly path: string; readonly atLeast: string }
  | { readonly path: string; readonly atMost: string }
  /** One repetition of the class at `each` must satisfy `holds` as a whole (same-row matching). */
  | { readonly each: string; readonly holds: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly always: true };
