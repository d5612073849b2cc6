/** What is screened and what against, with the limits that keep a hostile list or party from costing more than its share. */
import { nameTokens } from "./names/name-tokens.ts";

export const SCHEMAS = [
  "person",
  "organisation",
  "vessel",
  "aircraft",
  "address",
  "unknown",
] as const;
export type WatchSchema = (typeof SCHEMAS)[number];

/** One entry of a watch list. Days are `YYYY-MM-DD`, birth dates may be `YYYY` or `YYYY-MM`. */
export interface WatchEntry {
  /** Unique within its list. */
  readonly id: string;
  readonly schema: WatchSchema;
  /** Names and aliases, the main one first. */
  readonly names: readonly string[];
  readonly birthDates?: readonly string[];
  /** ISO 3166-1 alpha-2, capital or small. */
  readonly countries?: readonly string[];
  /** IMO, LEI, TIN, passport: as written, with or without the name of the kind in front. */
  readonly identifiers?: readonly string[];
  readonly list: string;
  readonly listVersion: string;
  readonly programme?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** Who is screened: a trader, a consignee, a vessel of a manifest. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly schema?: WatchSchema;
  readonly country?: string;
  readonly identifiers?: readonly string[];
  readonly birthDate?: string;
  readonly address?: string;
}

export const MAX_NAME_CHARACTERS = 300;
const MAX_NAMES = 200;
const MAX_VALUES = 200;
const MAX_VALUE_CHARACTERS = 500;
const DATE = /^\d{4}(-\d{2}){0,2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Plain words for what is wrong with an entry, or nothing. */
export function entryProblem(entry: WatchEntry): string | undefined {
  if (entry.id === "" || entry.id.length > MAX_VALUE_CHARACTERS) return "id is missing or too long";
  if (!SCHEMAS.includes(entry.schema)) return "schema is not known";
  if (entry.names.length > MAX_NAMES) return `more than ${MAX_NAMES} names`;
  const days = [entry.validFrom, entry.validTo].filter((day) => day !== undefined);
  if (days.some((day) => !DAY.test(day))) return "validity is no day (YYYY-MM-DD)";
  const wrong = entry.birthDates?.find((date) => !DATE.test(date));
  if (wrong !== undefined) return `birth date ${wrong.slice(0, 20)} is no date`;
  return (
    namesProblem(entry.names) ??
    valuesProblem([...(entry.countries ?? []), ...(entry.identifiers ?? [])])
  );
}

/** Plain words for what is wrong with a party, or nothing. */
export function partyProblem(party: Party): string | undefined {
  const { name, aliases = [], birthDate, identifiers = [], address = "", country = "" } = party;
  if (aliases.length >= MAX_NAMES) return `more than ${MAX_NAMES - 1} aliases`;
  if (birthDate !== undefined && !DATE.test(birthDate)) return "birth date is no date";
  return (
    namesProblem([name, ...aliases]) ?? valuesProblem([...identifiers, address, country, party.id])
  );
}

/**
 * Whether any of its names has a letter or digit to be compared by. One without can be found by its identifiers alone: that
 * nothing was found of it says nothing.
 */
export function isSearchable({ name, aliases = [] }: Party): boolean {
  return [name, ...aliases].some((text) => nameTokens(text).length > 0);
}

function namesProblem(names: readonly string[]): string | undefined {
  if (names.length === 0 || names.some((name) => name.trim() === "")) return "a name is empty";
  const long = names.some((name) => name.length > MAX_NAME_CHARACTERS);
  return long ? `a name is longer than ${MAX_NAME_CHARACTERS} characters` : undefined;
}

function valuesProblem(values: readonly string[]): string | undefined {
  if (values.length > MAX_VALUES) return `more than ${MAX_VALUES} countries and identifiers`;
  const long = values.some((value) => value.length > MAX_VALUE_CHARACTERS);
  return long ? `a field is longer than ${MAX_VALUE_CHARACTERS} characters` : undefined;
}
