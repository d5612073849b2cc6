/**
 * `npm run bench [-- name... --full --cases N --seconds N --earlier FOLDER --json]`: measures, prints, and writes the figures
 * into docs/PERFORMANCE.md. Without names it runs the quick parts; `--full` adds the one at a million cases, `--earlier` the
 * comparison with another checkout, whose packages are installed.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { benchAssess } from "./assess.ts";
import { benchAtSize } from "./at-size.ts";
import { benchColdStart } from "./cold-start.ts";
import { benchCommit } from "./commit.ts";
import { benchDecode } from "./decode.ts";
import { benchEarlier } from "./earlier.ts";
import { benchLedger } from "./ledger.ts";
import { commitOf, thisMachine } from "./machine.ts";
import { median } from "./median.ts";
import { count } from "./progress.ts";
import { benchQuotes, ITEMS } from "./quotes.ts";
import { benchReplay } from "./replay.ts";
import { replayRows } from "./replay-rows.ts";
import { measuredOn, type Row, table, writeIntoPage } from "./report.ts";
import { benchRisk } from "./risk.ts";
import { assessRow, riskRows, rulesRows, screeningRows } from "./risk-rows.ts";
import { benchRules } from "./rules.ts";
import { benchScreening } from "./screening.ts";
import { benchSubmit, type LoadResult } from "./submit.ts";
import { benchTwoServers } from "./two-servers.ts";
import { benchWholeRuns } from "./whole-runs.ts";

interface Asked {
  readonly cases: number;
  readonly seconds: number;
  readonly earlier?: string;
}

interface Measured {
  readonly rows: readonly Row[];
  readonly raw: unknown;
}

const PARTS: Readonly<Record<string, (asked: Asked) => Promise<Measured>>> = {
  decode: measureDecode,
  commit: measureCommit,
  ledger: measureLedger,
  quotes: measureQuotes,
  risk: measureRisk,
  rules: measureRules,
  replay: measureReplay,
  assess: measureAssess,
  screening: measureScreening,
  submit: measureSubmit,
  "two-servers": measureTwoServers,
  "cold-start": measureColdStart,
  "at-size": measureAtSize,
  earlier: measureEarlier,
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      full: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      cases: { type: "string", default: "1000000" },
      seconds: { type: "string", default: "10" },
      earlier: { type: "string" },
    },
  });
  const unknown = positionals.filter((name) => PARTS[name] === undefined);
  const asked = {
    cases: Number(values.cases),
    seconds: Number(values.seconds),
    earlier: values.earlier,
  };
  const withoutFolder = positionals.includes("earlier") && values.earlier === undefined;
  if (unknown.length > 0 || withoutFolder || !(asked.cases > 0) || !(asked.seconds > 0)) {
    process.stderr.write(
      `Parts: ${Object.keys(PARTS).join(", ")}. Options: --full, --cases N, --seconds N, --earlier FOLDER, --json.\n`,
    );
    return 2;
  }
  const wanted: Readonly<Record<string, boolean>> = {
    "at-size": values.full,
    earlier: values.earlier !== undefined,
  };
  const usual = Object.keys(PARTS).filter((name) => wanted[name] ?? true);
  const names = positionals.length > 0 ? positionals : usual;
  const machine = thisMachine();
  if (!values.json) process.stdout.write(`${measuredOn(machine)}\n`);
  const results: Record<string, unknown> = {};
  for (const name of names) {
    process.stderr.write(`${name}\n`);
    const measured = await PARTS[name]?.(asked);
    if (measured === undefined) continue;
    results[name] = measured.raw;
    if (!values.json) process.stdout.write(`\n${name}\n${table(measured.rows)}\n`);
    if (measured.rows.length > 0) writeIntoPage(name, machine, measured.rows);
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ machine, results }, null, 2)}\n`);
  return 0;
}

async function measureTwoServers({ seconds }: Asked): Promise<Measured> {
  const raw = await benchTwoServers(seconds);
  const row: Row = {
    what: "submissions, two servers over one database on the same cores",
    figure: `${count(raw.two)}/s`,
    peer: "one server, the same machine",
    peerFigure: `${count(raw.one)}/s`,
    ratio: raw.ratio,
  };
  return { rows: [row], raw };
}

async function measureQuotes(): Promise<Measured> {
  const raw = benchQuotes();
  const peer = {
    peer: "JSON.parse of the same declaration",
    peerFigure: `${count(raw.jsonParse)} items/s`,
  };
  const row = (what: string, perSecond: number): Row => ({
    what: `${what}, ${ITEMS} items, one core`,
    figure: `${count(perSecond)} items/s`,
    ...peer,
    ratio: perSecond / raw.jsonParse,
  });
  return { rows: [row("assessment", raw.assessments), row("quote", raw.quotes)], raw };
}

async function measureRisk(): Promise<Measured> {
  const raw = await benchRisk();
  if ("ours" in raw) return { rows: riskRows(raw), raw };
  process.stderr.write(`${raw.note}\n`);
  return { rows: [], raw };
}

async function measureRules(): Promise<Measured> {
  const raw = { rules: benchRules(), runs: await benchWholeRuns() };
  return { rows: rulesRows(raw.rules, raw.runs), raw };
}

async function measureReplay(): Promise<Measured> {
  const raw = await benchReplay();
  return { rows: replayRows(raw), raw };
}

async function measureAssess(): Promise<Measured> {
  const raw = await benchAssess();
  return { rows: [assessRow(raw)], raw };
}

async function measureScreening(): Promise<Measured> {
  const raw = benchScreening();
  return { rows: screeningRows(raw), raw };
}

async function measureDecode(): Promise<Measured> {
  const raw = await benchDecode();
  const [both, only, peer] = raw.rows.map((row) => row.filesPerSecond);
  if (both === undefined || only === undefined || peer === undefined) {
    process.stderr.write(`${raw.note}\n`);
    return { rows: [], raw };
  }
  const about = `${raw.files} published declarations of ${count(raw.meanBytes)} bytes`;
  const versus = { peer: "libxml2 parse + XSD", peerFigure: `${count(peer)}/s` };
  const rows = [
    {
      what: `decode and validate, ${about}`,
      figure: `${count(both)}/s`,
      ...versus,
      ratio: raw.ratio,
    },
    { what: "decode only", figure: `${count(only)}/s`, ...versus, ratio: only / peer },
  ];
  return { rows, raw };
}

async function measureCommit({ seconds }: Asked): Promise<Measured> {
  const raw = await benchCommit({ seconds });
  const figure = `${count(raw.casesPerSecond)}/s, p50 ${ms(raw.p50Ms)}, p99 ${ms(raw.p99Ms)}`;
  const versus = (peer: string, perSecond: number) => ({
    peer,
    peerFigure: `${count(perSecond)}/s`,
    ratio: raw.casesPerSecond / perSecond,
  });
  const rows = [
    {
      what: `commit queue with sequencer, 1,000 waiting, ${count(raw.meanBatch)} a batch`,
      figure,
      ...versus("one transaction a case, 16 connections", raw.plainCasesPerSecond),
    },
    {
      what: "the same",
      figure,
      ...versus("same bytes, one table, no index", raw.limitCasesPerSecond),
    },
  ];
  return { rows, raw };
}

async function measureLedger({ seconds }: Asked): Promise<Measured> {
  const raw = await benchLedger(seconds);
  const row = (what: string, { postings, plainUpdates }: typeof raw.hot): Row => ({
    what: `ledger postings ${what}, 1,000 waiting`,
    figure: `${count(postings)}/s`,
    peer: "plain conditional updates of one row, 16 connections",
    peerFigure: `${count(plainUpdates)}/s`,
    ratio: postings / plainUpdates,
  });
  return { rows: [row("on one hot quota", raw.hot), row("over 10,000 accounts", raw.many)], raw };
}

async function measureSubmit({ seconds }: Asked): Promise<Measured> {
  const raw = await benchSubmit(seconds);
  const rows = [
    {
      what: "HTTP to durable MRN, lane and notification, 64 clients",
      figure: loadFigure(raw.real),
      peer: "bare route: reads the body, inserts it",
      peerFigure: loadFigure(raw.bare),
      ratio: raw.ratio,
    },
  ];
  return { rows, raw };
}

async function measureColdStart(): Promise<Measured> {
  const raw = await benchColdStart();
  const seconds = (raw.firstAcceptedMs / 1000).toFixed(1);
  const rows: Row[] = [
    { what: "`customhouse start` in an empty directory to the first 202", figure: `${seconds} s` },
  ];
  if (raw.idleRssMiB !== undefined) {
    const figure = `${count(raw.idleRssMiB)} MiB`;
    rows.push({ what: "memory of the idle server, without PostgreSQL", figure });
  }
  return { rows, raw };
}

async function measureAtSize({ cases, seconds }: Asked): Promise<Measured> {
  const raw = await benchAtSize(cases, seconds);
  const rows = [
    {
      what: `submit with ${count(cases)} cases stored, median of five`,
      figure: medianFigure(raw.full),
      peer: "submit on an empty database, in turns",
      peerFigure: medianFigure(raw.empty),
      ratio: raw.ratio,
    },
  ];
  return { rows, raw };
}

async function measureEarlier({ earlier = "", seconds }: Asked): Promise<Measured> {
  const raw = await benchEarlier(path.resolve(earlier), seconds);
  const [now, before] = [raw.pairs.map((pair) => pair.now), raw.pairs.map((pair) => pair.earlier)];
  const row = (
    what: string,
    ratio: number,
    figure: (measured: (typeof now)[number]) => number,
    unit: string,
  ): Row => ({
    what: `${what}, median of ${raw.pairs.length}`,
    figure: `${count(median(now.map(figure)))} ${unit}`,
    peer: `commit ${commitOf(earlier)}, in turns`,
    peerFigure: `${count(median(before.map(figure)))} ${unit}`,
    ratio,
  });
  const { perSecond, processor, coldStart, idle } = raw.ratios;
  return {
    rows: [
      row("submissions a second", perSecond, (one) => one.perSecond, "/s"),
      row("processor time of the server for one", processor, (one) => one.processorMs, "ms"),
      row(
        "start in an empty directory to the first 202",
        coldStart,
        (one) => one.firstAcceptedMs,
        "ms",
      ),
      row("memory of the idle server", idle, (one) => one.idleRssMiB ?? Number.NaN, "MiB"),
    ],
    raw,
  };
}

function loadFigure({ perSecond, p50Ms, p99Ms }: Omit<LoadResult, "statuses">): string {
  return `${count(perSecond)}/s, p50 ${ms(p50Ms)}, p99 ${ms(p99Ms)}`;
}

function medianFigure(runs: readonly LoadResult[]): string {
  return loadFigure({
    perSecond: median(runs.map((run) => run.perSecond)),
    p50Ms: median(runs.map((run) => run.p50Ms)),
    p99Ms: median(runs.map((run) => run.p99Ms)),
  });
}

function ms(value: number): string {
  return `${count(value)} ms`;
}

process.exitCode = await main();
