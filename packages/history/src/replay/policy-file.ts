/** Rules or a whole policy from a file: a list of rules, or an object with rules and what else a policy has. */
import { type GivenPolicy, givenPolicy } from "@customhouse/model/given-policy";
import { HistoryError } from "../errors.ts";

const MAX_CHARACTERS = 32 << 20;

/** The policy of a file, with rules that are not read yet. Errors: CH4605, CH4607. */
export function parsePolicy(text: string): GivenPolicy {
  if (text.length > MAX_CHARACTERS) throw new HistoryError("CH4605", "it is too long");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new HistoryError("CH4605", error instanceof Error ? error.message : undefined);
  }
  if (isRule(value))
    throw new HistoryError("CH4607", typeof value.id === "string" ? value.id : undefined);
  const { success, data, error } = givenPolicy.safeParse(
    Array.isArray(value) ? { rules: value } : value,
  );
  if (success) return data;
  const [first] = error.issues;
  throw new HistoryError(
    "CH4605",
    [first?.path.join("."), first?.message].filter(Boolean).join(": "),
  );
}

/** One rule by itself: a condition, and no list of rules. */
function isRule(value: unknown): value is { readonly id?: unknown } {
  return typeof value === "object" && value !== null && "when" in value && !("rules" in value);
}
