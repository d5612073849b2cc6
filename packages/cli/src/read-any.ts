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
  | { readonly ok: true; readonly message: KnownMessage }
  /** Why each profile could not read it. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** @param only a country; without it every folder under countries/ is tried, in alphabetical order */
export async function readAny(bytes: Uint8Array, only?: string): Promise<ReadAny> {
  const problems: string[] = [];
  for (const name of only === undefined ? await countryNames() : [only]) {
    const { messages: profile } = await loadCountry(name);
    const { document, messageType, findings } = decode(bytes, { profile });
    const first = findings[0];
    if (document !== undefined && messageType !== undefined && first === undefined) {
      return { ok: true, message: { document, messageType, profile } };
    }
    problems.push(`${name}: ${first?.code ?? ""} ${first?.message ?? "not a known message"}`);
  }
  return { ok: false, problems };
}

async function countryNames(): Promise<readonly string[]> {
  const names = await readdir(COUNTRIES);
  return names.filter((name) => /^[a-z]{2}$/.test(name)).sort();
}
