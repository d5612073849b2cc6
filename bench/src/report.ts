/** Figures as a table, on the terminal and in docs/PERFORMANCE.md. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Machine } from "./machine.ts";

const PAGE = path.resolve(import.meta.dirname, "../../docs/PERFORMANCE.md");

export interface Row {
  readonly what: string;
  readonly figure: string;
  /** What it is compared with, in the same run. */
  readonly peer?: string;
  readonly peerFigure?: string;
  readonly ratio?: number;
}

export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ what, figure, peer = "", peerFigure = "", ratio }) => [
    what,
    figure,
    peer,
    peerFigure,
    ratio === undefined ? "" : ratio.toFixed(2),
  ]);
  const all = [["what", "figure", "peer", "its figure", "ratio"], ...cells];
  const widths = all[0]?.map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths?.[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = all;
  const rule = `|${widths?.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [line(head), rule, ...body.map(line)].join("\n");
}

export function measuredOn(machine: Machine): string {
  const { cpu, cores, memoryGiB, system, node, postgres, commit, date, loadBefore } = machine;
  return (
    `${date}, commit ${commit}: ${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}, Node ${node}, ` +
    `PostgreSQL ${postgres}; load average before: ${loadBefore}.`
  );
}

/** Each part has its own place in the page, so that a run of one part leaves the figures of the others. */
export function writeIntoPage(name: string, machine: Machine, rows: readonly Row[]): void {
  const page = readFileSync(PAGE, "utf8");
  const begin = `<!-- measured: ${name} -->`;
  const end = `<!-- end: ${name} -->`;
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`docs/PERFORMANCE.md has no place "${begin} ... ${end}"`);
  }
  const section = `${begin}\n\n${measuredOn(machine)}\n\n${table(rows)}\n\n${end}`;
  writeFileSync(PAGE, `${before}${section}${after}`);
}
