/** Patterns on RE2: the time of a match is linear in the text, whatever the pattern. */
import { RE2JS } from "re2js";
import { RULE_LIMITS } from "./limits.ts";
import { type Place, Refusal } from "./problem.ts";

export interface CompiledPattern {
  readonly test: (text: string) => boolean;
  /** Instructions of the program: what a character of the text costs at most. */
  readonly steps: number;
}

/** Refusals: CH4217. */
export function compilePattern(pattern: string, place: Place): CompiledPattern {
  if (pattern.length > RULE_LIMITS.patternLength) {
    const values = { found: `${pattern.length}`, allowed: `${RULE_LIMITS.patternLength}` };
    throw new Refusal("CH4217", `Longer than ${values.allowed} characters.`, place, values);
  }
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(pattern);
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : "not readable";
    throw new Refusal("CH4217", `The pattern cannot be used: ${why}`, place);
  }
  const steps = compiled.programSize();
  if (steps > RULE_LIMITS.patternProgram) {
    const values = { found: `${steps}`, allowed: `${RULE_LIMITS.patternProgram}` };
    throw new Refusal("CH4217", `The pattern has ${steps} instructions.`, place, values);
  }
  return { test: (text) => compiled.test(text), steps };
}
