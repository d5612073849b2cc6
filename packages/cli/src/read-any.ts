/** Reads a message with the country profile that knows it, for commands that are not told the country. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { decode } from "@customhouse/messages";
import type { MessageProfile, WcoDocument } from "@customhouse/model";
import { loadCountry } from "@customhouse/server/countries";

const COUNTRIES = path.resolve(import.meta.dirname, "../../../countries");

export interface KnownMessage {
  readonly document: WcoDocument;
  readonly messageType: string;
  readonly profile: MessageProfile;
}

export type ReadAny =
  /** `sure`: it could not be a message of another country too, as JSON without an envelope could. */
  | { readonly ok: true; readonly message: KnownMessage; readonly sure: boolean }
  /** Why each profile could not read it. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** @param only a country; without it every folder under countries/ is tried, in alphabetical order */
export async function readAny(bytes: Uint8Array, only?: string): Promise<ReadAny> {
  const problems: string[] = [];
  const readable: KnownMessage[] = [];
  for (const name of only === undefined ? await countryNames() : [only]) {
    const { messages: profile } = await loadCountry(name);
    const { document, messageType, findings } = decode(bytes, { profile });
    const first = findings[0];
    if (document !== undefined && messageType !== undefined && first === undefined) {
      readable.push({ document, messageType, profile });
    } else {
      problems.push(`${name}: ${first?.code ?? ""} ${first?.message ?? "not a known message"}`);
    }
  }
  const own = readable.find(isOfItsCountry);
  const message = own ?? readable[0];
  if (message === undefined) return { ok: false, problems };
  return { ok: true, message, sure: own !== undefined || readable.length === 1 };
}

/** XML tells its country by its namespace, JSON by what its envelope says. */
function isOfItsCountry({ document, profile }: KnownMessage): boolean {
  return document.MetaData?.ResponsibleCountryCode === profile.country;
}

async function countryNames(): Promise<readonly string[]> {
  const names = await readdir(COUNTRIES);
  return names.filter((name) => /^[a-z]{2}$/.test(name)).sort();
}
