/**
 * What was read in the open: news, registers, notices. An item always says where it comes from, what may be done with it, how
 * old and how sure it is, and until when it counts. It is never evidence by itself.
 */
import { daysBetween, isDay } from "@customhouse/model";
import { ScreeningError } from "../errors.ts";
import { MAX_NAME_CHARACTERS, type Party, type WatchEntry } from "../party.ts";
import { type ScreeningMatch, type ScreenOptions, screen } from "../search/screen.ts";
import { buildIndex, type ScreeningIndex } from "../search/screening-index.ts";

export interface OpenSourceItem {
  readonly id: string;
  /** Who published it, and where it was found. */
  readonly source: string;
  readonly address?: string;
  readonly licence: string;
  /** Days, `YYYY-MM-DD`. */
  readonly publishedOn?: string;
  readonly retrievedOn: string;
  /** Last day on which it counts. */
  readonly expiresOn: string;
  /** How sure the analyst is of the source, from 0 to 1. */
  readonly confidence: number;
  /** BCP 47, for example `fr` or `ar`. */
  readonly language: string;
  readonly text: string;
  /** Names of persons, companies and vessels that the text speaks of. */
  readonly mentions: readonly string[];
}

const MAX_TEXT_CHARACTERS = 100_000;
const MAX_FIELD_CHARACTERS = 500;
const MAX_MENTIONS = 200;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** The item itself, or `ScreeningError` CH4471 with what is wrong. */
export function checkedItem(item: OpenSourceItem): OpenSourceItem {
  const problem = itemProblem(item);
  if (problem === undefined) return item;
  throw new ScreeningError("CH4471", `${item.id.slice(0, 100)}: ${problem}`);
}

function itemProblem(item: OpenSourceItem): string | undefined {
  const { id, source, licence, retrievedOn, expiresOn, publishedOn = retrievedOn } = item;
  for (const [name, value] of Object.entries({ id, source, licence })) {
    if (value.trim() === "" || value.length > MAX_FIELD_CHARACTERS)
      return `${name} is missing or too long`;
  }
  for (const day of [retrievedOn, expiresOn, publishedOn]) {
    if (!isDay(day)) return `${day.slice(0, 20)} is no day`;
  }
  if (publishedOn > retrievedOn) return "it was published after it was retrieved";
  if (expiresOn < retrievedOn) return "it expired before it was retrieved";
  if (!(item.confidence >= 0 && item.confidence <= 1)) return "confidence is not from 0 to 1";
  if (!LANGUAGE.test(item.language)) return "language is no BCP 47 tag";
  if (item.text.length > MAX_TEXT_CHARACTERS) return "text is too long";
  if (item.mentions.length > MAX_MENTIONS) return `more than ${MAX_MENTIONS} mentions`;
  const isName = (name: string) => name.trim() !== "" && name.length <= MAX_NAME_CHARACTERS;
  return item.mentions.every(isName) ? undefined : "a mention is empty or too long";
}

export function isExpired({ expiresOn }: OpenSourceItem, today: string): boolean {
  return today > expiresOn;
}

/** Days since it was published, or since it was retrieved where that is not known. */
export function ageDays({ publishedOn, retrievedOn }: OpenSourceItem, today: string): number {
  return daysBetween(publishedOn ?? retrievedOn, today);
}

/** Parties as a list, so that what a text mentions can be screened against them. */
export function partiesIndex(parties: readonly Party[]): ScreeningIndex {
  return buildIndex(
    parties.map((party): WatchEntry => {
      const { id, name, aliases = [], schema = "unknown", country, identifiers } = party;
      return {
        id,
        schema,
        names: [name, ...aliases],
        countries: country === undefined ? [] : [country],
        identifiers,
        list: "parties",
        listVersion: "",
      };
    }),
  );
}

export interface LinkedParty {
  readonly mention: string;
  readonly partyId: string;
  /** Likeness of the names times confidence in the source. */
  readonly weight: number;
  readonly match: ScreeningMatch;
}

/** Parties that the item may speak of; none once it has expired. */
export function linkParties(
  item: OpenSourceItem,
  index: ScreeningIndex,
  today: string,
  options?: ScreenOptions,
): readonly LinkedParty[] {
  if (isExpired(checkedItem(item), today)) return [];
  return item.mentions.flatMap((mention) =>
    screen(index, { id: item.id, name: mention }, options).matches.map((match) => ({
      mention,
      partyId: match.entry.id,
      weight: match.score * item.confidence,
      match,
    })),
  );
}
