/** What was measured so far, file by file, and what it makes of each package. Committed, so that anybody can read it. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Counts, packageOf } from "./measure.ts";

export interface FileResult extends Counts {
  /** Digests of the file, and of the tests of its package, as they were. */
  readonly source: string;
  readonly tests: string;
}
export type Results = Map<string, FileResult>;

/** The share of mutants that tests have to find, in percent. */
export const AIMS: Readonly<Record<string, number>> = {
  model: 80,
  messages: 80,
  traders: 80,
  clearance: 80,
  formalities: 80,
  trust: 80,
  risk: 70,
  screening: 70,
};

const root = path.resolve(import.meta.dirname, "../..");
const RESULTS = path.join(root, "docs/mutation-results.tsv");
const PAGE = path.join(root, "docs/TESTING.md");
const BEGIN = "<!-- mutation: written by npm run test:mutation -->";
const END = "<!-- end of mutation -->";
const HEAD = ["file", "killed", "timed out", "survived", "not covered", "source", "tests"];

export function readResults(): Results {
  const results: Results = new Map();
  if (!existsSync(RESULTS)) return results;
  for (const line of readFileSync(RESULTS, "utf8").trim().split("\n").slice(1)) {
    const [file = "", killed, timedOut, survived, notCovered, source = "", tests = ""] =
      line.split("\t");
    results.set(file, {
      killed: Number(killed),
      timedOut: Number(timedOut),
      survived: Number(survived),
      notCovered: Number(notCovered),
      source,
      tests,
    });
  }
  return results;
}

export function writeResults(results: Results): void {
  const lines = [...results]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, { killed, timedOut, survived, notCovered, source, tests }]) =>
      [file, killed, timedOut, survived, notCovered, source, tests].join("\t"),
    );
  writeFileSync(RESULTS, `${[HEAD.join("\t"), ...lines].join("\n")}\n`);
}

/** In percent. Undefined where there was nothing to mutate. */
export function scoreOf(counts: readonly Counts[]): number | undefined {
  let found = 0;
  let all = 0;
  for (const { killed, timedOut, survived, notCovered } of counts) {
    found += killed + timedOut;
    all += killed + timedOut + survived + notCovered;
  }
  return all === 0 ? undefined : (100 * found) / all;
}

export function percent(score: number | undefined): string {
  return score === undefined ? "nothing to mutate" : `${score.toFixed(1)} %`;
}

/** Packages that are measured whole and below their aim. */
export function belowAim(files: readonly string[], results: Results): readonly string[] {
  return Object.entries(AIMS).flatMap(([name, aim]) => {
    const own = files.filter((file) => packageOf(file) === name);
    const counts = own.map((file) => results.get(file)).filter((one) => one !== undefined);
    const score = scoreOf(counts);
    return counts.length === own.length && score !== undefined && score < aim
      ? [`${name}: ${percent(score)}, and at least ${aim} % are wanted.`]
      : [];
  });
}

/** Writes the table in docs/TESTING.md. */
export function writePage(files: readonly string[], results: Results): void {
  const rows = Object.entries(AIMS).map(([name, aim]) => {
    const own = files.filter((file) => packageOf(file) === name);
    const counts = own.map((file) => results.get(file)).filter((one) => one !== undefined);
    const sum = (of: (one: Counts) => number) => counts.reduce((all, one) => all + of(one), 0);
    const cells =
      counts.length === 0
        ? ["not measured", "–", "–", "–"]
        : [
            percent(scoreOf(counts)),
            sum(({ killed, timedOut }) => killed + timedOut),
            sum(({ survived }) => survived),
            sum(({ notCovered }) => notCovered),
          ];
    return `| ${[`\`${name}\``, `${aim} %`, ...cells, `${counts.length} of ${own.length}`].join(" | ")} |`;
  });
  const table = [
    "| package | aim | score | found | survived | not covered | files measured |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
  const page = readFileSync(PAGE, "utf8");
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) throw new Error("docs/TESTING.md has no place for the table");
  const text = `${page.slice(0, before + BEGIN.length)}\n\n${table}\n\n${page.slice(after)}`;
  writeFileSync(PAGE, text);
}
