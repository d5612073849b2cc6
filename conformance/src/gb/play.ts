/** Runs `customhouse scenario run` over the published folders, as anyone would. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Expected, readExpected } from "./expected.ts";
import { type Judgement, judge } from "./judge.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const STEPS = path.join(ROOT, "conformance/gb/steps.json");
const MAX_OUTPUT = 64 * 1024 * 1024;

/** Where the published material lies beside the checkout, or undefined. */
export function publishedFolder(): string | undefined {
  const folder = path.resolve(ROOT, "../shared/wco/gb");
  return existsSync(path.join(folder, "scenarios.tsv")) ? folder : undefined;
}

export interface Played {
  readonly scenario: string;
  readonly actual: readonly string[];
  readonly steps: readonly { readonly step: string; readonly outcome: string }[];
}

export function playPublished(folder: string): ReadonlyMap<string, Played> {
  const scenarios = path.join(folder, "scenarios");
  const folders = readdirSync(scenarios).map((name) => path.join(scenarios, name));
  const main = path.join(ROOT, "packages/cli/src/main.ts");
  const args = [main, "scenario", "run", "--country", "gb", "--steps", STEPS, "--json", ...folders];
  const result = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: MAX_OUTPUT });
  if (result.status !== 0)
    throw new Error(`scenario run ended with ${result.status}: ${result.stderr}`);
  const lines = result.stdout.split("\n").filter((line) => line !== "");
  const played = lines.map((line): Played => JSON.parse(line));
  return new Map(played.map((entry) => [entry.scenario, entry]));
}

export function judgePublished(folder: string): {
  readonly judgements: readonly Judgement[];
  readonly played: ReadonlyMap<string, Played>;
} {
  const played = playPublished(folder);
  const table = readFileSync(path.join(folder, "scenarios.tsv"), "utf8");
  const expected = readExpected(table, path.join(folder, "scenarios"));
  return {
    played,
    judgements: expected.map((entry) => judgeOne(entry, played.get(entry.scenario))),
  };
}

/** A folder without a readable declaration has nothing that could be played. */
function judgeOne(expected: Expected, played: Played | undefined): Judgement {
  const sent = played?.steps.filter((step) => step.step !== "settle") ?? [];
  const messages = sent.filter((step) => /\.(xml|json)$/.test(step.step));
  const unreadable =
    messages.length === 0 || messages.some((step) => step.outcome.startsWith("not a message"));
  return judge(expected, unreadable ? undefined : played?.actual);
}
