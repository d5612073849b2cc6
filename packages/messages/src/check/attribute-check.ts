/** Checks attribute values by the kind of attribute. */
import { type AttributeFormat, currencyCodes, isValidCode } from "@customhouse/model";

/** What is allowed, when the value is not. */
export function attributeProblem(format: AttributeFormat, value: string): string | undefined {
  return CHECKS[format](value) ? undefined : ALLOWED[format];
}

/**
 * Currencies are checked without a date: whether one still counted is for the country's code
 * lists.
 */
const ANY_DATE = "9999-12-31";
const knownCurrencies = new Map<string, boolean>();

function isCurrency(value: string): boolean {
  if (!/^[A-Z]{3}$/.test(value)) return false;
  const known = knownCurrencies.get(value);
  if (known !== undefined) return known;
  const valid = isValidCode(currencyCodes, value, ANY_DATE);
  knownCurrencies.set(value, valid);
  return valid;
}

const CHECKS: Readonly<Record<AttributeFormat, (value: string) => boolean>> = {
  agency: (value) => /^.{1,3}$/u.test(value),
  currency: isCurrency,
  dateFormat: (value) => value === "304" || value === "102",
  language: (value) => /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(value.trim()),
  text: () => true,
  unit: (value) => value.length >= 1 && [...value].length <= 5,
  uri: (value) => /^(?:[^\s<>"{}|\\^`%]|%[0-9a-fA-F]{2})*$/.test(value.trim()),
};

const ALLOWED: Readonly<Record<AttributeFormat, string>> = {
  agency: "an..3",
  currency: "ISO 4217 code",
  dateFormat: "102, 304",
  language: "language tag, for example en",
  text: "text",
  unit: "an..5",
  uri: "URI",
};
