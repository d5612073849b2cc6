/** A country with the measures of a file in place of its own. */
import { checkMeasures } from "@customhouse/clearance";
import type { Country } from "@customhouse/model";
import { UserError } from "./fail.ts";
import { readInput } from "./files.ts";

const SHOWN = 10;

export async function withMeasures(country: Country, file: string | undefined): Promise<Country> {
  if (file === undefined) return country;
  const { measures, problems } = checkMeasures(await jsonIn(file), country.tariff);
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

async function jsonIn(file: string): Promise<unknown> {
  const bytes = await readInput(file);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new UserError(`${file} is not JSON`, "A list of measures in JSON is expected.");
  }
}
