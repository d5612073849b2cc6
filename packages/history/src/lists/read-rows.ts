/** Rows of a CSV file one by one, each broken one told with its number and why; memory does not grow with the file. */
import { createReadStream } from "node:fs";
import { ScreeningError } from "@customhouse/screening";
import type { Row } from "@customhouse/screening/lists";
import { parse } from "csv-parse";

const MAX_RECORD_BYTES = 100_000;
const MAX_COLUMNS = 200;
/** One of the parser's codes lacks the beginning of the others. */
const CSV_CODE = /^(?:CSV_|INVALID_OPENING_QUOTE)/;

export interface BrokenRow {
  /** From 1, the header being row 1. */
  readonly row: number;
  readonly why: string;
}

export interface RowsOptions {
  readonly required: readonly string[];
  readonly onRow: (row: Row, number: number) => void;
  readonly onBroken: (broken: BrokenRow) => void;
  readonly onBytes?: (chunk: Uint8Array) => void;
}

/** Throws `ScreeningError` CH4421 when the file is no CSV, or has no header with the columns that are required. */
export async function readRows(file: string, options: RowsOptions): Promise<void> {
  const { required, onRow, onBroken, onBytes } = options;
  let number = 0;
  const stream = createReadStream(file);
  if (onBytes !== undefined) stream.on("data", (chunk) => onBytes(Buffer.from(chunk)));
  const parser = stream.pipe(
    parse({
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: MAX_RECORD_BYTES,
    }),
  );
  // A pipe does not pass on what goes wrong at its source.
  stream.on("error", (error) => parser.destroy(error));
  let header: readonly string[] | undefined;
  try {
    for await (const record of parser as AsyncIterable<readonly string[]>) {
      number += 1;
      if (header === undefined) {
        header = checkedHeader(record, required);
        continue;
      }
      const fields = new Map(header.map((name, at) => [name, record[at] ?? ""]));
      if (record.length !== header.length) {
        onBroken({ row: number, why: `${record.length} fields instead of ${header.length}` });
      } else if (record.some((field) => field.includes("\uFFFD"))) {
        onBroken({ row: number, why: "it is not UTF-8" });
      } else onRow((column) => fields.get(column) ?? "", number);
    }
  } catch (error) {
    const { code, syscall, lines } = error as { code?: string; syscall?: string; lines?: number };
    if (error instanceof ScreeningError || syscall !== undefined) throw error;
    if (code === undefined || !CSV_CODE.test(code)) throw error;
    // After a wrong quotation mark nobody knows where rows begin: nothing that follows can be told sound from broken.
    throw new ScreeningError("CH4421", `near line ${lines}: ${plainly(code)}`);
  }
  if (header === undefined) throw new ScreeningError("CH4421", "it has no header");
}

function checkedHeader(record: readonly string[], required: readonly string[]): readonly string[] {
  const header = record.map((name) => name.toLowerCase());
  if (header.length > MAX_COLUMNS) throw new ScreeningError("CH4421", `${header.length} columns`);
  const missing = required.filter((name) => !header.includes(name));
  if (missing.length > 0) throw new ScreeningError("CH4421", `no column ${missing.join(", ")}`);
  if (new Set(header).size === header.length) return header;
  throw new ScreeningError("CH4421", "a column name stands twice in the header");
}

function plainly(code: string): string {
  if (code === "CSV_QUOTE_NOT_CLOSED") return "a quotation mark is not closed";
  if (code === "CSV_MAX_RECORD_SIZE") return `a row is longer than ${MAX_RECORD_BYTES} bytes`;
  return `it is not CSV, ${code}`;
}
