/**
 * `npm run test:mutation`: changes the sources of the pure packages in small ways ("mutants"), one file at a time, and
 * counts which changes the tests of the package find. An interrupted run goes on where it stopped.
 *
 *     npm run test:mutation -- clearance                            one package
 *     npm run test:mutation -- packages/clearance/src/mrn.ts        one file: prints its survivors
 *     npm run test:mutation -- --missing clearance                  what is not measured yet, or has changed since
 *
 * What was found is in docs/mutation-results.tsv, the survivors of each file in .mutation/, the table in docs/TESTING.md.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { digestOf, type Measured, measure, packageOf, testsOf } from "./mutation/measure.ts";
import {
  AIMS,
  belowAim,
  percent,
  readResults,
  scoreOf,
  writePage,
  writeResults,
} from "./mutation/results.ts";

const root = path.resolve(import.meta.dirname, "..");
const SECONDS_A_MINUTE = 60;

const files = Object.keys(AIMS).flatMap((name) =>
  globSync(`packages/${name}/src/**/*.ts`, { cwd: root })
    .filter((file) => !file.includes("/generated/") && !file.endsWith("/index.ts"))
    .sort(),
);

/** The files that an argument names: a package, a folder or a file. */
function named(argument: string): readonly string[] {
  const place = AIMS[argument] === undefined ? argument : `packages/${argument}`;
  const found = files.filter((file) => file === place || file.startsWith(`${place}/`));
  if (found.length === 0) {
    console.error(
      `${argument} is no file or package that is mutated: ${Object.keys(AIMS).join(", ")}.`,
    );
    process.exit(2);
  }
  return found;
}

function keepSurvivors(file: string, { survivors }: Measured): void {
  const place = path.join(root, ".mutation", `${file}.survivors.json`);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, `${JSON.stringify(survivors, undefined, 1)}\n`);
}

function printSurvivors(file: string): void {
  const place = path.join(root, ".mutation", `${file}.survivors.json`);
  const survivors: Measured["survivors"] = JSON.parse(readFileSync(place, "utf8"));
  for (const { line, what, isCovered } of survivors)
    console.log(`  ${file}:${line} ${what}${isCovered ? "" : " (no test runs this)"}`);
}

const given = process.argv.slice(2);
const onlyMissing = given.includes("--missing");
const places = given.filter((one) => one !== "--missing");
const chosen = places.length === 0 ? files : places.flatMap(named);
const results = readResults();
for (const file of results.keys()) if (!files.includes(file)) results.delete(file);
const digests = new Map(Object.keys(AIMS).map((name) => [name, digestOf(testsOf(name))]));

function isToDo(file: string): boolean {
  const before = results.get(file);
  if (before?.source !== digestOf([file])) return true;
  // Tests that were added since can only find more.
  return !onlyMissing && before.tests !== digests.get(packageOf(file));
}

const size = (file: string) => readFileSync(path.join(root, file)).length;
const toDo = chosen.filter(isToDo);
let left = toDo.reduce((sum, file) => sum + size(file), 0);
let done = 0;
const begunMs = performance.now();
console.log(
  `${toDo.length} files to measure, ${chosen.length - toDo.length} are measured already.`,
);
for (const [index, file] of toDo.entries()) {
  const measured = await measure(file);
  const tests = digests.get(packageOf(file)) ?? "";
  keepSurvivors(file, measured);
  results.set(file, { ...measured.counts, source: digestOf([file]), tests });
  writeResults(results);
  done += size(file);
  left -= size(file);
  const minutes = ((performance.now() - begunMs) / 1000 / SECONDS_A_MINUTE / done) * left;
  console.log(
    `${index + 1}/${toDo.length} ${file}: ${percent(scoreOf([measured.counts]))}, about ${Math.ceil(minutes)} min left`,
  );
  if (chosen.length === 1 || places.includes(file)) printSurvivors(file);
}
writeResults(results);
writePage(files, results);
const below = belowAim(files, results);
for (const line of below) console.error(line);
process.exit(below.length === 0 ? 0 : 1);
