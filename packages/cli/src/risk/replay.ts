/** `customhouse risk replay`: what a policy says of every run that was stored, from what was known at its moment. */
import {
  type ReplayReport,
  type ReplayTally,
  replayFeatures,
  replayHistory,
  replayOneRule,
} from "@customhouse/history";
import { loadCountry } from "@customhouse/server/countries";
import type { Command } from "commander";
import { UserError } from "../fail.ts";
import { Progress } from "../progress.ts";
import { policyIn } from "./backtest.ts";
import { day } from "./export.ts";
import { opened } from "./files.ts";
import { modelFor } from "./model-for.ts";
import { replayText, ruleText } from "./replay-text.ts";

interface Options {
  readonly history?: string;
  readonly policy: string;
  readonly features?: string;
  readonly rule?: string;
  readonly country?: string;
  readonly model?: string;
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
  readonly json?: boolean;
}

export function addReplay(risk: Command): void {
  risk
    .command("replay")
    .description("play an exported history again under a policy; goes on where it was stopped")
    .option("--history <folder>", "history that `risk export` wrote")
    .requiredOption("--policy <file>", "rules or policy (JSON)")
    .option("--country <code>", "country folder whose own criteria count too, for example xa")
    .option("--model <file>", "the model that the policy names")
    .option("--from <day>", "first day that is judged; what was before is known", day)
    .option("--to <day>", "last day", day)
    .option("--features <folder>", "write feature rows here; without --history, play them")
    .option("--rule <id>", "this rule of the policy alone, over feature rows of an earlier replay")
    .option("--out <file>", "every run with what was stored and what is now (.csv or .parquet)")
    .option("--json", "the report as JSON")
    .action(replay);
}

async function replay(options: Options): Promise<void> {
  if (options.rule !== undefined) return await replayRule(options.rule, options);
  const { history, features, country, out } = options;
  if (out !== undefined && !/\.(csv|parquet)$/.test(out)) {
    throw new UserError(`${out} is neither CSV nor Parquet`, "Name it .csv or .parquet.");
  }
  const { policy, set } = await policyIn(options.policy);
  const criteria = country === undefined ? [] : (await loadCountry(country)).selectivity.criteria;
  const model = await modelFor(policy.model, options.model);
  const judging = {
    set,
    lanes: policy.lanes,
    criteria: criteria.map(({ id, lane, controls }) => ({ id, lane, controls })),
    model,
  };
  if (history !== undefined) return await overFacts(history, judging, options);
  if (features !== undefined) return await overFeatures(features, judging, options);
  throw new UserError("Nothing to play", "Give --history, or --features of an earlier replay.");
}

interface Judging extends Pick<Parameters<typeof replayHistory>[0], "set" | "lanes" | "criteria"> {
  readonly model: Awaited<ReturnType<typeof modelFor>>;
}

async function overFacts(
  folder: string,
  judging: Judging,
  { from, to, out, features, json }: Options,
): Promise<void> {
  const progress = new Progress("facts");
  const onFacts = (facts: number) => progress.reach(facts);
  const order = { ...judging, folder, from, to, out, features, onFacts };
  const report: ReplayReport = await opened(folder, () => replayHistory(order));
  progress.end();
  console.log(json ? JSON.stringify(report) : replayText(report));
}

async function overFeatures(
  folder: string,
  judging: Judging,
  { from, to, out, json }: Options,
): Promise<void> {
  const progress = new Progress("days");
  const onDay = (days: number) => progress.reach(days);
  const order = { ...judging, folder, from, to, out, onDay };
  const tally: ReplayTally = await opened(folder, () => replayFeatures(order));
  progress.end();
  console.log(json ? JSON.stringify(tally) : replayText(tally));
}

/** Its condition over stored rows; whether it is live and in force is not looked at. */
async function replayRule(id: string, options: Options): Promise<void> {
  const { features: folder, history, out, json } = options;
  if (folder === undefined || history !== undefined || out !== undefined) {
    throw new UserError(
      "One rule is played over feature rows.",
      "Give --features with the folder that a replay wrote, and neither --history nor --out.",
    );
  }
  const { policy } = await policyIn(options.policy);
  const rule = policy.rules.find((one) => one.id === id);
  if (rule === undefined) {
    throw new UserError(`${options.policy} has no rule ${id}.`, "Check the name of the rule.");
  }
  const progress = new Progress("days");
  const onDay = (days: number) => progress.reach(days);
  const started = performance.now();
  const tally = await opened(folder, () => replayOneRule({ folder, rule, onDay }));
  const seconds = (performance.now() - started) / 1000;
  progress.end();
  const runsPerSecond = Math.round(tally.runs / seconds);
  console.log(
    json
      ? JSON.stringify({ rule: id, ...tally, runsPerSecond })
      : ruleText(id, { ...tally, runsPerSecond }),
  );
}
