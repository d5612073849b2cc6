/** Keys under which the same trader or address is found again, whoever spelt it how. */
import { FACT_LIMITS } from "./facts.ts";

export interface PartyLike {
  readonly ID?: string;
  readonly Name?: string;
  readonly Address?: AddressLike;
}

export interface AddressLike {
  readonly CityName?: string;
  readonly CountryCode?: string;
  readonly Line?: string;
  readonly PostcodeID?: string;
}

/** The TIN; without one `name:` with the normalised name and the country. Undefined when the party has neither. */
export function partyKey(party: PartyLike | undefined): string | undefined {
  const tin = party?.ID?.trim().toUpperCase();
  if (tin) return cut(tin);
  const name = normalised(party?.Name);
  if (name === "") return undefined;
  return cut(`name:${name}|${normalised(party?.Address?.CountryCode)}`);
}

/** Country, postal code and line. An address that has only a country or a town says too little. */
export function addressKey(address: AddressLike | undefined): string | undefined {
  const line = normalised(address?.Line);
  if (line === "") return undefined;
  const place = normalised(address?.PostcodeID) || normalised(address?.CityName);
  return place === "" ? undefined : cut(`${normalised(address?.CountryCode)}|${place}|${line}`);
}

/** Without accents, case, punctuation or doubled blanks. */
export function normalised(text: string | undefined): string {
  const cutText = (text ?? "").slice(0, FACT_LIMITS.textLength);
  const plain = ASCII.test(cutText) ? cutText : withoutMarks(cutText);
  return plain
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const ASCII = /^[ -~]*$/;

function withoutMarks(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "");
}

function cut(key: string): string {
  return key.slice(0, FACT_LIMITS.keyLength);
}
