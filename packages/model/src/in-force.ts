/** Whether something is law on a day, with what was known on another. */
import type { Validity } from "./tariff.ts";

export interface AsOf {
  /** ISO day: the date of acceptance, which decides what is valid. */
  readonly on: string;
  /** ISO day: what had been published by then. */
  readonly knownOn: string;
}

export function inForce(entry: Validity, { on, knownOn }: AsOf): boolean {
  if (on < entry.validFrom || (entry.validTo !== undefined && on >= entry.validTo)) return false;
  if (entry.knownFrom !== undefined && knownOn < entry.knownFrom) return false;
  return entry.knownTo === undefined || knownOn < entry.knownTo;
}

/** `season` from and to are MM-DD, both included; a season may pass the new year. */
export function inSeason(
  season: { readonly from: string; readonly to: string } | undefined,
  on: string,
): boolean {
  if (season === undefined) return true;
  const day = on.slice(5, 10);
  return season.from <= season.to
    ? day >= season.from && day <= season.to
    : day >= season.from || day <= season.to;
}
