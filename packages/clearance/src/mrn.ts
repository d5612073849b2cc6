/** Movement reference numbers: year, country, random characters, check character. MRNs belong to the country. */
import type { Country } from "@customhouse/model";

/** No I, O, U and no lower case: read over the telephone without mistakes. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTVWXYZ";

/**
 * @param on legal day of registration
 * @param random one byte per random character, from a secure source
 */
export function makeMrn(country: Country, on: string, random: Uint8Array): string {
  const length = country.clearance.mrn.length;
  const head = `${on.slice(2, 4)}${country.code}`;
  let body = "";
  for (let position = 0; body.length < length - head.length - 1; position += 1) {
    const byte = random[position];
    if (byte === undefined) throw new Error("not enough random bytes for an MRN");
    body += ALPHABET[byte % ALPHABET.length];
  }
  return head + body + checkCharacter(head + body);
}

/** The check digit of ISO 6346 over letters and digits, with 10 read as 0. */
export function checkCharacter(text: string): string {
  let sum = 0;
  for (let position = 0; position < text.length; position += 1) {
    sum += characterValue(text.charCodeAt(position)) * 2 ** (position % 20);
  }
  return ((sum % 11) % 10).toString();
}

/** Letters count from 10 and leave out the multiples of 11. */
function characterValue(code: number): number {
  if (code <= 57) return code - 48;
  const index = code - 65 + 10;
  return index + Math.floor((index - 1) / 10);
}
