/** What is known while a condition is lowered, and what is found on the way. */
import type { ASTNode } from "@marcbachmann/cel-js";
import type { RiskErrorCode } from "../errors.ts";
import type { FeatureScope } from "../features/feature.ts";
import type { Slot } from "./environment.ts";
import type { Failure, Lowered } from "./frame.ts";
import type { Patterns } from "./pattern.ts";
import { type Place, Refusal } from "./problem.ts";

/** Where a name of the condition lies: a variable, or the element of the loop. */
export type Binding = "declaration" | "item" | "items" | "element item" | "element string";

export interface Lowering {
  readonly slots: Readonly<Record<FeatureScope, ReadonlyMap<string, Slot>>>;
  readonly names: ReadonlyMap<string, Binding>;
  readonly inLoop: boolean;
  /** Features that are read, for the explanation. */
  readonly read: Set<Slot>;
  readonly patterns: Patterns;
  /** Patterns that are matched, within loops too. */
  readonly matched: { patterns: number };
  /** Steps of one evaluation outside loops, and of its loops in the worst case. */
  steps: number;
  loopSteps: number;
  /** Lowers a part. Handed over, so that the files of the parts need not know each other. */
  readonly lower: (node: ASTNode, lowering: Lowering) => Lowered;
}

type Kind = Lowered["kind"];
type OfKind<K extends Kind> = Extract<Lowered, { readonly kind: K }>;

/** A part that has to be of one of these kinds. The type checker has seen to it; what it let through is refused. */
export function lowerAs<K extends Kind>(
  node: ASTNode,
  lowering: Lowering,
  ...kinds: readonly K[]
): OfKind<K> {
  const lowered = lowering.lower(node, lowering);
  if ((kinds as readonly Kind[]).includes(lowered.kind)) return lowered as OfKind<K>;
  const values = { found: lowered.kind, allowed: kinds.join(", ") };
  const message = `${lowered.kind} where ${kinds.join(" or ")} is needed.`;
  throw new Refusal("CH4214", message, node, values);
}

export function failureAt(code: RiskErrorCode, message: string, { start, end }: Place): Failure {
  return { code, message, place: { start, end } };
}

export function outside(what: string, node: Place): Refusal {
  return new Refusal("CH4215", `${what} is not in the rule language.`, node);
}
