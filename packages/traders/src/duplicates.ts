/**
 * Traders that may be one and the same: candidates with a score and the reasons, for a person to decide. Nothing is
 * merged by itself.
 */
import { normalContact } from "./contacts.ts";
import type { MasterRecord } from "./master-data.ts";

export interface KnownTrader {
  readonly tin: string;
  readonly master: MasterRecord;
}

export type Likeness =
  | { readonly of: "registration number"; readonly value: string }
  | { readonly of: "contact"; readonly value: string }
  | { readonly of: "name"; readonly score: number }
  | { readonly of: "address"; readonly score: number };

export interface Similar {
  readonly tin: string;
  /** From 0 to 1. */
  readonly score: number;
  readonly reasons: readonly Likeness[];
}

const MAX_FOUND = 20;
const LEAST_SCORE = 0.6;
/** Statement type of a national registration number. */
const REGISTRATION = "REG";

/** Words that say what a company is, not which one. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  "ltd limited llc inc incorporated corp corporation co company plc gmbh ag kg ohg ug sa sarl sas sasu srl spa snc bv nv ab as aps oy oyj kft zrt doo dd sro as ooo oao zao pte pty bhd sdn lda ltda eirl eurl and und et y the".split(
    " ",
  ),
);

interface Prepared {
  readonly tin: string;
  readonly words: readonly string[];
  readonly address: readonly string[];
  readonly numbers: ReadonlySet<string>;
  readonly contacts: ReadonlySet<string>;
}

/** Built once over all traders; compares a candidate only with those that share a beginning of a word or a number. */
export class TraderIndex {
  readonly #byKey = new Map<string, Prepared[]>();

  constructor(traders: Iterable<KnownTrader>) {
    for (const trader of traders) {
      const prepared = prepare(trader);
      for (const key of keysOf(prepared)) {
        const bucket = this.#byKey.get(key);
        if (bucket === undefined) this.#byKey.set(key, [prepared]);
        else bucket.push(prepared);
      }
    }
  }

  /** Best first. The candidate itself is left out. */
  similarTo(candidate: KnownTrader): readonly Similar[] {
    const wanted = prepare(candidate);
    const near = new Map<string, Prepared>();
    for (const key of keysOf(wanted)) {
      for (const other of this.#byKey.get(key) ?? []) near.set(other.tin, other);
    }
    near.delete(candidate.tin);
    return [...near.values()]
      .map((other) => compare(wanted, other))
      .filter(({ score }) => score >= LEAST_SCORE)
      .sort((a, b) => b.score - a.score || (a.tin < b.tin ? -1 : 1))
      .slice(0, MAX_FOUND);
  }
}

function prepare({ tin, master }: KnownTrader): Prepared {
  const address = (master.Address ?? []).flatMap(({ Line = "", CityName = "", PostcodeID = "" }) =>
    wordsOf(`${Line} ${CityName} ${PostcodeID}`),
  );
  const numbers = (master.AdditionalInformation ?? []).flatMap((entry) =>
    entry.StatementTypeCode === REGISTRATION
      ? [`${entry.StatementCode ?? ""}:${(entry.StatementDescription ?? "").replace(/\W/g, "")}`]
      : [],
  );
  const contacts = (master.Communication ?? []).map(({ ID = "" }) => normalContact(ID));
  return {
    tin,
    words: wordsOf(master.Name ?? "").filter((word) => !LEGAL_FORMS.has(word)),
    address,
    numbers: new Set(numbers),
    contacts: new Set(contacts.filter((contact) => contact !== "")),
  };
}

/** Lower case, without marks on letters or signs between words; dots inside an abbreviation vanish. */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/æ/g, "ae")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/(?<=\b\p{L})\./gu, "");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const KEY_LENGTH = 3;

/** What registrations that may be alike have in common at least one of. */
export function blockingKeys(trader: KnownTrader): readonly string[] {
  return [...keysOf(prepare(trader))];
}

/** Two beginnings together are rare where each of them is common. */
const MAX_PAIRED = 6;

function keysOf({ words, numbers, contacts }: Prepared): ReadonlySet<string> {
  const starts = [...new Set(words.map((word) => word.slice(0, KEY_LENGTH)))];
  const paired = starts.slice(0, MAX_PAIRED).toSorted();
  return new Set([
    ...starts.map((start) => `w${start}`),
    ...paired.flatMap((one, index) => paired.slice(index + 1).map((other) => `p${one}/${other}`)),
    ...[...numbers].map((number) => `n${number}`),
    ...[...contacts].map((contact) => `c${contact}`),
  ]);
}

const NUMBER_SCORE = 0.95;
const CONTACT_SCORE = 0.3;
const ADDRESS_WEIGHT = 0.25;

function compare(one: Prepared, other: Prepared): Similar {
  const reasons: Likeness[] = [];
  const name = likeness(one.words, other.words);
  const address = likeness(one.address, other.address);
  if (name >= LEAST_SCORE) reasons.push({ of: "name", score: rounded(name) });
  if (address >= LEAST_SCORE) reasons.push({ of: "address", score: rounded(address) });
  const number = [...one.numbers].find((value) => other.numbers.has(value));
  const contact = [...one.contacts].find((value) => other.contacts.has(value));
  if (number !== undefined) reasons.unshift({ of: "registration number", value: number });
  if (contact !== undefined) reasons.push({ of: "contact", value: contact });
  // The name carries most; the rest adds to it, and never beyond certainty.
  const known = one.address.length > 0 && other.address.length > 0;
  const byName = known ? name * (1 - ADDRESS_WEIGHT) + address * ADDRESS_WEIGHT : name;
  const withContact = contact === undefined ? byName : byName + (1 - byName) * CONTACT_SCORE;
  const score = number === undefined ? withContact : Math.max(NUMBER_SCORE, withContact);
  return { tin: other.tin, score: rounded(score), reasons };
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}

/** How well each word of one finds a partner among the other's, by Jaro-Winkler, both ways. Order does not count. */
function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const covered = (from: readonly string[], to: readonly string[]) => {
    const letters = from.reduce((sum, word) => sum + word.length, 0);
    const found = from.reduce(
      (sum, word) => sum + word.length * Math.max(...to.map((entry) => partner(word, entry))),
      0,
    );
    return found / letters;
  };
  return (covered(one, other) + covered(other, one)) / 2;
}

const PARTNERS_FROM = 0.85;

function partner(one: string, other: string): number {
  const score = jaroWinkler(one, other);
  return score >= PARTNERS_FROM ? score : 0;
}

const MAX_PREFIX = 4;
const PREFIX_WEIGHT = 0.1;

function jaroWinkler(one: string, other: string): number {
  const jaro = jaroOf(one, other);
  let prefix = 0;
  while (prefix < MAX_PREFIX && prefix < one.length && one[prefix] === other[prefix]) prefix += 1;
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}

function jaroOf(one: string, other: string): number {
  if (one === other) return 1;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Array<boolean>(other.length).fill(false);
  const matched: string[] = [];
  for (let index = 0; index < one.length; index += 1) {
    const end = Math.min(other.length - 1, index + reach);
    for (let at = Math.max(0, index - reach); at <= end; at += 1) {
      if (taken[at] === true || one[index] !== other[at]) continue;
      taken[at] = true;
      matched.push(one[index] ?? "");
      break;
    }
  }
  if (matched.length === 0) return 0;
  const partners = [...other].filter((_character, index) => taken[index] === true);
  const swapped = matched.filter((character, index) => character !== partners[index]).length / 2;
  const share = matched.length;
  return (share / one.length + share / other.length + (share - swapped) / share) / 3;
}
