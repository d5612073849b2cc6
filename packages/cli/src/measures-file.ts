/** A country with the measures of a file in place of its own. */
import { checkMeasures } from "@customhouse/clearance";
import type { Country } from "@customhouse/model";
import { UserError } from "./fail.ts";
import { readInput } from "./files.ts";
import { measuresOfCsv } from "./measures-csv.ts";

const SHOWN = 10;

export async function withMeasures(country: Country, file: string | undefined): Promise<Country> {
  if (file === undefined) return country;
  const { measures, problems } = checkMeasures(await measuresIn(file), country.tariff);
  if (problems.length > 0) {
    const told = problems
      .slice(0, SHOWN)
      .map(({ row, field, code, message }) => `  row ${row} ${field}: ${code} ${message}`);
    throw new UserError(
      `${file} has ${problems.length} problems\n${told.join("\n")}`,
      "Mend the rows named above; nothing of the file was used.",
    );
  }
  return { ...country, tariff: { ...country.tariff, measures, source: file } };
}

/** JSON, or CSV when the name says so. Not checked yet. */
export async function measuresIn(file: string): Promise<readonly unknown[]> {
  const bytes = await readInput(file);
  const text = new TextDecoder("utf-8").decode(bytes);
  if (/\.csv$/i.test(file)) return measuresOfCsv(text);
  try {
    const measures: unknown = JSON.parse(text);
    if (Array.isArray(measures)) return measures;
  } catch {
    // Told below, like JSON that is something else.
  }
  throw new UserError(
    `${file} is not a list of measures`,
    "A list in JSON, or a table in CSV, is expected.",
  );
}
