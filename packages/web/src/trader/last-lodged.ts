/** The answer to what was lodged last, for the page that confirms it. */
import type { Lodged } from "@customhouse/api/shapes/promise";

const KEY = "customhouse.lodged";

export function keepLodged(lodged: Lodged): void {
  sessionStorage.setItem(KEY, JSON.stringify(lodged));
}

export function lastLodged(mrn: string): Lodged | undefined {
  const stored = sessionStorage.getItem(KEY);
  const lodged = stored ? (JSON.parse(stored) as Lodged) : undefined;
  return lodged?.mrn === mrn ? lodged : undefined;
}
