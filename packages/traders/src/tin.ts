/** Checks trader identification numbers: the WCO base rule, and what single countries ask beyond it. */
import { BASE_TIN_PATTERN, countryCodes, type TinFormat, tinFormats } from "@customhouse/model";

export type TinProblem =
  | "not a TIN"
  | "no such country"
  | "not in the country's format"
  | "wrong check digit";

const MAX_CHARACTERS = 17;
const countries: ReadonlySet<string> = new Set(countryCodes.entries.map(({ code }) => code));
/** User-assigned codes mark countries that do not exist, such as the demo country. */
const USER_ASSIGNED = /^(A{2}|Q[M-Z]|X[A-Z]|Z{2})$/;

export function checkTin(
  tin: string,
  formats: readonly TinFormat[] = tinFormats,
): TinProblem | undefined {
  if (tin.length > MAX_CHARACTERS || !new RegExp(`^[A-Z]{2}${BASE_TIN_PATTERN}$`).test(tin))
    return "not a TIN";
  const country = tin.slice(0, 2);
  if (!countries.has(country) && !USER_ASSIGNED.test(country)) return "no such country";
  const format = formats.find((entry) => entry.country === country);
  if (format === undefined) return undefined;
  const rest = tin.slice(2);
  if (!new RegExp(`^(${format.pattern})$`).test(rest)) return "not in the country's format";
  if (format.checkDigit === "luhn" && !passesLuhn(rest)) return "wrong check digit";
  if (format.checkDigit === "mod97" && !passesMod97(rest)) return "wrong check digit";
  return undefined;
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  // A letter makes the sum no number.
  return sum % 10 === 0;
}

/** ISO 7064 MOD 97-10, letters as 10 to 35. */
function passesMod97(text: string): boolean {
  const remainder = [...text].reduce((rest, character) => {
    const value = Number.parseInt(character, 36);
    return (rest * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
  return remainder === 1;
}
