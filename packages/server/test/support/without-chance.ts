/** Chance would pick one declaration in a hundred for a control: tests that follow one to its end go without it. */
import type { Country } from "@customhouse/model";

export function withoutChance(country: Country): Country {
  return { ...country, selectivity: { ...country.selectivity, randomPerTenThousand: {} } };
}
