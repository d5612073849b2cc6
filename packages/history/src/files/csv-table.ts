/** A file of comma-separated values as a table by columns. */
import { createReadStream } from "node:fs";
import { LearningError, refuseNotFinite } from "@customhouse/learning";
import type { Table } from "@customhouse/learning/tables";
import { parse } from "csv-parse";

const MAX_RECORD_BYTES = 100_000;
const MAX_COLUMNS = 1_000;

/** Reads the header and every row. `onRows` is told how many rows were read, now and then. */
export async function readTable(
  file: string,
  onRows: (rows: number) => void = () => {},
): Promise<Table> {
  const parser = createReadStream(file).pipe(
    parse({ bom: true, trim: true, skip_empty_lines: true, max_record_size: MAX_RECORD_BYTES }),
  );
  let header: readonly string[] | undefined;
  let columns: string[][] = [];
  let rows = 0;
  try {
    for await (const record of parser as AsyncIterable<readonly string[]>) {
      if (header === undefined) {
        header = checkedHeader(record);
        columns = header.map(() => []);
        continue;
      }
      record.forEach((value, index) => {
        columns[index]?.push(value);
      });
      rows += 1;
      if (rows % 10_000 === 0) onRows(rows);
    }
  } catch (error) {
    if (error instanceof LearningError || (error as { syscall?: string }).syscall !== undefined)
      throw error;
    throw new LearningError("CH4110", error instanceof Error ? error.message : String(error));
  }
  return { rows, columns: new Map(header?.map((name, index) => [name, columns[index] ?? []])) };
}

function checkedHeader(header: readonly string[]): readonly string[] {
  if (header.length > MAX_COLUMNS) throw new LearningError("CH4109", `${header.length} columns`);
  if (new Set(header).size === header.length) return header;
  throw new LearningError("CH4110", "a column name stands twice in the header");
}

/**
 * One row a line, with a header. Values hold neither commas nor quotes but for the identifier. Errors: CH4111 for a score
 * that is no finite number.
 */
export function scoresAsCsv(ids: readonly string[], idName: string, scores: Float64Array): string {
  refuseNotFinite(scores);
  const lines = ids.map((id, row) => `${quoted(id)},${scores[row]}`);
  return `${[`${quoted(idName)},score`, ...lines].join("\n")}\n`;
}

function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
