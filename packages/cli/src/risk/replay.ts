/** `customhouse risk replay`: what a policy says of every run that was stored, from what was known at its moment. */
import { type ReplayReport, readModel, replayHistory } from "@customhouse/analytics";
import { rowScorer } from "@customhouse/risk";
import { loadCountry } from "@customhouse/server/countries";
import type { Command } from "commander";
import { UserError } from "../fail.ts";
import { Progress } from "../progress.ts";
import { policyIn } from "./backtest.ts";
import { day } from "./export.ts";
import { opened } from "./files.ts";
import { replayText } from "./replay-text.ts";

interface Options {
  readonly history: string;
  readonly policy: string;
  readonly country?: string;
  readonly model?: string;
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** A model goes by so many characters of its digest, as on the server. */
const ID_CHARACTERS = 12;

export function addReplay(risk: Command): void {
  risk
    .command("replay")
    .description("play an exported history again under a policy; goes on where it was stopped")
    .requiredOption("--history <folder>", "history that `risk export` wrote")
    .requiredOption("--policy <file>", "rules or policy (JSON)")
    .option("--country <code>", "country folder whose own criteria count too, for example xa")
    .option("--model <file>", "the model that the policy names")
    .option("--from <day>", "first day that is judged; what was before is known", day)
    .option("--to <day>", "last day", day)
    .option("--out <file>", "every run with what was stored and what is now (.csv or .parquet)")
    .option("--json", "the report as JSON")
    .action(replay);
}

async function replay(options: Options): Promise<void> {
  const { history: folder, country, from, to, out } = options;
  if (out !== undefined && !/\.(csv|parquet)$/.test(out)) {
    throw new UserError(`${out} is neither CSV nor Parquet`, "Name it .csv or .parquet.");
  }
  const { policy, set } = await policyIn(options.policy);
  const criteria = country === undefined ? [] : (await loadCountry(country)).selectivity.criteria;
  const model = await modelFor(policy.model, options.model);
  const progress = new Progress("facts");
  const report: ReplayReport = await replayHistory({
    folder,
    set,
    lanes: policy.lanes,
    criteria: criteria.map(({ id, lane, controls }) => ({ id, lane, controls })),
    model,
    from,
    to,
    out,
    onFacts: (facts) => progress.reach(facts),
  });
  progress.end();
  console.log(options.json ? JSON.stringify(report) : replayText(report));
}

async function modelFor(digest: string | undefined, file: string | undefined) {
  if (digest === undefined && file === undefined) return undefined;
  if (file === undefined) {
    throw new UserError(`The policy names the model ${digest}.`, "Give its file with --model.");
  }
  const { model, digest: own } = await opened(file, () => readModel(file));
  if (digest !== undefined && digest !== own) {
    throw new UserError(`${file} is another model than the policy names.`, `Give ${digest}.`);
  }
  const { probability } = rowScorer(model);
  return { id: own.slice(0, ID_CHARACTERS), probability };
}
