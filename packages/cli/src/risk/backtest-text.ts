/** The report of a back-test for people. */
import { LANES } from "@customhouse/model";
import type { BacktestReport } from "@customhouse/risk/backtest";
import { columns } from "./columns.ts";

const MOST_DAYS = 40;
const MOST_CASES = 20;
const MOST_OVERLAPS = 20;

export function reportText(report: BacktestReport): string {
  const { cases, results, from, to, before, after } = report;
  return [
    `${cases} declarations and ${results} results${from === undefined ? "" : ` from ${from} to ${to}`}`,
    `selected: ${selected(before)} before, ${selected(after)} after`,
    ...section("Lanes (down: before; across: after)", lanes(report)),
    ...section("Workload by office and day (red, yellow, blue)", workload(report)),
    ...section("Controlled and found", precision(report)),
    ...section("Declarations by size of trader, and selected", burden(report)),
    ...section("Rules", rules(report)),
    ...section("Overlaps of rules", overlaps(report)),
    ...named("With findings, and selected only before", report.missed),
    ...named("With findings, and selected only after", report.gained),
  ].join("\n");
}

function selected({ selected: all, byModel }: BacktestReport["before"]): string {
  return byModel === 0 ? String(all) : `${all} (${byModel} by the model)`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

function lanes({ laneShift }: BacktestReport): readonly string[] {
  return columns([
    ["", ...LANES],
    ...LANES.map((lane) => [lane, ...LANES.map((then) => laneShift[lane][then])]),
  ]);
}

function workload({ before, after }: BacktestReport): readonly string[] {
  const keyOf = ({ day, office }: { readonly day: string; readonly office: string }) =>
    `${day} ${office}`;
  const text = (side: typeof before, key: string) => {
    const found = side.workload.find((entry) => keyOf(entry) === key);
    return found === undefined ? "0 0 0" : `${found.red} ${found.yellow} ${found.blue}`;
  };
  const keys = [...new Set([...before.workload, ...after.workload].map(keyOf))].sort();
  const shown = keys.slice(-MOST_DAYS).map((key) => [key, text(before, key), text(after, key)]);
  if (shown.length === 0) return [];
  const left = keys.length - shown.length;
  return [
    ...columns([["", "before", "after"], ...shown]),
    ...(left > 0 ? [`${left} earlier rows: --json has them`] : []),
  ];
}

function precision({ before, after }: BacktestReport): readonly string[] {
  const row = (name: string, { precision: found }: typeof before) => [
    name,
    found.controlled,
    found.found,
    share(found.controlled === 0 ? undefined : found.found / found.controlled),
    share(found.estimated?.precision),
    share(found.estimated?.recall),
    found.estimated === undefined ? "-" : found.estimated.effectiveCases.toFixed(1),
  ];
  return columns([
    ["", "controlled", "found", "rate", "of all", "recall", "as of cases"],
    row("before", before),
    row("after", after),
  ]);
}

function burden({ before, after }: BacktestReport): readonly string[] {
  const rows = after.burden.map(({ size, declarations, selected }, index) => [
    size,
    declarations,
    before.burden[index]?.selected ?? 0,
    selected,
  ]);
  return columns([["", "declarations", "before", "after"], ...rows]);
}

function rules(report: BacktestReport): readonly string[] {
  if (report.rules.length === 0) return [];
  const rows = report.rules.map(({ rule, version, hits, alone, controlled, found, failures }) => [
    `${rule} v${version}`,
    hits,
    alone,
    controlled,
    found,
    share(controlled === 0 ? undefined : found / controlled),
    failures,
  ]);
  return columns([["", "hits", "alone", "controlled", "found", "precision", "failures"], ...rows]);
}

function overlaps(report: BacktestReport): readonly string[] {
  if (report.overlaps.length === 0) return [];
  const largest = [...report.overlaps].sort((a, b) => b.jaccard - a.jaccard);
  return columns([
    ["", "both", "of either"],
    ...largest
      .slice(0, MOST_OVERLAPS)
      .map(({ rules: [one, other], both, jaccard }) => [
        `${one} and ${other}`,
        both,
        share(jaccard),
      ]),
  ]);
}

function named(title: string, { count, cases }: BacktestReport["missed"]): readonly string[] {
  if (count === 0) return [];
  const more = count - Math.min(cases.length, MOST_CASES);
  const shown = cases.slice(0, MOST_CASES);
  return section(`${title}: ${count}`, more > 0 ? [...shown, `and ${more} more`] : shown);
}

function share(of: number | undefined): string {
  return of === undefined ? "-" : `${(of * 100).toFixed(1)} %`;
}
