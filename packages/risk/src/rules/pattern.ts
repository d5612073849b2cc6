/** Patterns on RE2: the time of a match is linear in the text, whatever the pattern. */
import { RE2JS } from "re2js";
import { RULE_LIMITS } from "./limits.ts";
import { type Place, Refusal } from "./problem.ts";

export interface CompiledPattern {
  readonly test: (text: string) => boolean;
  /** Instructions of the program: what a character of the text costs at most. */
  readonly steps: number;
}

/** Patterns of one set of rules: each is compiled once, and all of them together are no larger than a set may have. */
export class Patterns {
  readonly #known = new Map<string, CompiledPattern>();
  #instructions = 0;

  /** Refusals: CH4211, CH4217. */
  compiled(pattern: string, place: Place): CompiledPattern {
    const known = this.#known.get(pattern);
    if (known !== undefined) return known;
    // Asked before the next is compiled, since compiling is what takes long.
    this.#refuseTooMany(place);
    const compiled = compilePattern(pattern, place);
    this.#instructions += compiled.steps;
    this.#refuseTooMany(place);
    this.#known.set(pattern, compiled);
    return compiled;
  }

  #refuseTooMany(place: Place): void {
    const allowed = RULE_LIMITS.patternPrograms;
    if (this.#instructions <= allowed) return;
    const message = `The patterns of the set have more than ${allowed} instructions.`;
    const values = { found: `${this.#instructions}`, allowed: `${allowed}` };
    throw new Refusal("CH4211", message, place, values);
  }
}

/** Refusals: CH4217. */
function compilePattern(pattern: string, place: Place): CompiledPattern {
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
