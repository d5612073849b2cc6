/** Limits of rules. The worst case of a set follows from them, not from the good will of its authors. */
import { FACT_LIMITS } from "../features/facts.ts";

export const RULE_LIMITS = {
  /** Rules of a set. */
  rules: 5_000,
  /** Characters of a condition. */
  textLength: 4_000,
  astNodes: 1_000,
  depth: 50,
  /** Values of a list literal. */
  listElements: 500,
  /** Characters of a pattern, and instructions of its program. */
  patternLength: 256,
  patternProgram: 2_000,
  /** Instructions of all patterns of a set. Compiling one takes about a microsecond. */
  patternPrograms: 150_000,
  /**
   * Steps that one rule may take in the worst case: every loop over the most items. What patterns read counts as it is read,
   * and ends with the steps of the declaration.
   */
  stepsARule: 10_000_000,
  /** Steps that all rules together may take for one declaration. */
  stepsADeclaration: 20_000_000,
  /** Elements over which a loop may go. */
  loop: FACT_LIMITS.items,
  loopOfItem: FACT_LIMITS.documentsAnItem,
} as const;
