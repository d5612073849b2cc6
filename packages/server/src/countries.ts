/** Finds a country by its folder name: `xa`, `gb`, or a variant such as `gb+trade-test`. */
import type { Country } from "@customhouse/model";

interface CountryModule {
  readonly country: Country;
  readonly overlays: Readonly<Record<string, Country>>;
}

export class UnknownCountryError extends Error {
  override readonly name = "UnknownCountryError";
}

export async function loadCountry(name: string): Promise<Country> {
  const [folder = "", overlay] = name.toLowerCase().split("+");
  // A folder name, never a path: what is imported must be one of our own workspaces.
  if (!/^[a-z]{2}$/.test(folder)) throw new UnknownCountryError(`"${name}" is not a country folder`);
  const loaded = await importCountry(folder, name);
  if (overlay === undefined) return loaded.country;
  const variant = loaded.overlays[overlay];
  if (variant === undefined) {
    const known = Object.keys(loaded.overlays).join(", ") || "none";
    throw new UnknownCountryError(`"${folder}" has no variant "${overlay}"; it has: ${known}`);
  }
  return variant;
}

async function importCountry(folder: string, name: string): Promise<CountryModule> {
  try {
    return await import(`@customhouse/country-${folder}`);
  } catch (cause) {
    const missing = (cause as { code?: string }).code === "ERR_MODULE_NOT_FOUND";
    if (!missing) throw cause;
    throw new UnknownCountryError(`there is no country folder "${name}"`, { cause });
  }
}
