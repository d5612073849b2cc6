/** A partner's list of operators: CSV with the header `id,type,validFrom,validTo`, or a JSON array of such objects. */
import { parse } from "csv-parse/sync";
import { UserError } from "./fail.ts";

const MAX_RECORD_BYTES = 2_000;

/** Rows keep what was written, so that the check names row and field. */
export function recognisedOf(text: string): readonly unknown[] {
  const isJson = /^\s*\[/.test(text);
  try {
    if (isJson) return JSON.parse(text) as readonly unknown[];
    const rows: readonly Record<string, string>[] = parse(text, {
      columns: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD_BYTES,
    });
    // An empty cell says nothing.
    return rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([, value]) => value !== "")),
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `The list cannot be read: ${why}`,
      "Give CSV with a header row, or a JSON array, in UTF-8.",
    );
  }
}
