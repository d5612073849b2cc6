/**
 * Measures as a table: a header with the names of the fields of a measure, one measure a row. Lists are separated by `|`,
 * rates are written as in `12% + 3.50 EUR/100 KGM`, a season as `MM-DD/MM-DD`.
 */
import { parseRate } from "@customhouse/clearance";
import { parse } from "csv-parse/sync";
import { UserError } from "./fail.ts";

const LISTS: ReadonlySet<string> = new Set([
  "origins",
  "notOrigins",
  "additionalCodes",
  "documents",
]);
const MAX_RECORD_BYTES = 20_000;

/** Rows that cannot be read keep what was written, so that the check names row and field. */
export function measuresOfCsv(text: string): readonly unknown[] {
  return rowsOf(text).map((row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([name, value]): [string, unknown][] =>
        value === "" && name !== "commodity" ? [] : [[name, read(name, value)]],
      ),
    ),
  );
}

function rowsOf(text: string): readonly Record<string, string>[] {
  try {
    return parse(text, {
      columns: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD_BYTES,
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `The table cannot be read: ${why}`,
      "Give CSV with a header row, in UTF-8.",
    );
  }
}

function read(name: string, value: string): unknown {
  if (LISTS.has(name)) return value.split("|").map((part) => part.trim());
  if (name === "rate") return parseRate(value) ?? value;
  if (name === "season") {
    const [from, to] = value.split("/");
    return { from, to };
  }
  return value;
}
