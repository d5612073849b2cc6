/** Numbers and codes of new formalities, from random bytes that are passed in. */
import { hasRole } from "@customhouse/formalities";
import { type FormalityKind, legalDay } from "@customhouse/model";
import type { FormalityParts } from "../parts.ts";

type Drawing = Pick<FormalityParts, "clock" | "country" | "randomBytes">;

/** No I, O, U and no lower case: read over the telephone without mistakes. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTVWXYZ";
const NUMBER_CHARACTERS = 12;
const CODE_CHARACTERS = 8;
const TIN_DIGITS = 7;

/** A TIN is the country and digits; any other number is its prefix, the year, the country and random characters. */
export function newNumber(parts: Drawing, kind: FormalityKind): string {
  const { code } = parts.country;
  if (hasRole(kind, "traderRegistration")) return `${code}${randomDigits(parts, TIN_DIGITS)}`;
  const year = legalDay(parts.clock(), parts.country).slice(2, 4);
  return `${kind.prefix}${year}${code}${randomText(parts, NUMBER_CHARACTERS)}`;
}

/** Shown with the number to prove that one has seen the document. */
export function newCode(parts: Drawing): string {
  return randomText(parts, CODE_CHARACTERS);
}

export function randomDigits(parts: Pick<Drawing, "randomBytes">, length: number): string {
  return [...parts.randomBytes(length)].map((byte) => byte % 10).join("");
}

function randomText(parts: Drawing, length: number): string {
  return [...parts.randomBytes(length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
}
