/** Finds a country by its folder name: `xa`, `gb`, or a variant such as `gb+trade-test`. */
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { transitionsOf } from "@customhouse/clearance";
import type { Country } from "@customhouse/model";
import type { CountryAdapter } from "../platform/http/country-adapter.ts";
import type { Sample } from "../rooms/reference/room.ts";

/** The exports of `countries/<code>/src/index.ts`. */
interface CountryModule {
  readonly country: Country;
  readonly overlays: Readonly<Record<string, Country>>;
  /** Messages to try in the playground. */
  readonly samples?: readonly Sample[];
  /** The country's own published API. */
  readonly adapter?: CountryAdapter;
}

export interface CountryFolder {
  readonly country: Country;
  readonly samples: readonly Sample[];
  readonly adapter?: CountryAdapter;
}

export class UnknownCountryError extends Error {
  override readonly name = "UnknownCountryError";
}

export async function loadCountry(name: string): Promise<Country> {
  return (await loadCountryFolder(name)).country;
}

export async function loadCountryFolder(name: string): Promise<CountryFolder> {
  const [folder = "", overlay] = name.toLowerCase().split("+");
  // A folder name, never a path: what is imported must be one of our own folders.
  if (!/^[a-z]{2}$/.test(folder))
    throw new UnknownCountryError(`"${name}" is not a country folder`);
  const loaded = await importCountry(folder, name);
  const { samples = [], adapter } = loaded;
  const country = overlay === undefined ? loaded.country : loaded.overlays[overlay];
  if (country === undefined) {
    const known = Object.keys(loaded.overlays).join(", ") || "none";
    throw new UnknownCountryError(`"${folder}" has no variant "${overlay}"; it has: ${known}`);
  }
  // Throws here, and not at the first declaration, where the country changes what it may not.
  transitionsOf(country.clearance);
  return { country, samples, ...(adapter === undefined ? {} : { adapter }) };
}

/** By the folder alone: a country is no dependency of the server, so that adding one changes nothing here. */
const COUNTRIES = path.resolve(import.meta.dirname, "../../../../countries");

async function importCountry(folder: string, name: string): Promise<CountryModule> {
  const file = path.join(COUNTRIES, folder, "src/index.ts");
  if (!existsSync(file)) throw new UnknownCountryError(`there is no country folder "${name}"`);
  return import(pathToFileURL(file).href);
}
