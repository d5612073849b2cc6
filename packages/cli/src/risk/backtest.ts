/** `customhouse risk rules backtest`: over exported history here, or over all of it on the server. */
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { backtestHistory, parsePolicy } from "@customhouse/history";
import { checkedPolicy } from "@customhouse/risk";
import type { BacktestReport } from "@customhouse/risk/backtest";
import { compileRules, type Rule } from "@customhouse/risk/rules";
import { connect, type ServerOptions } from "../connection/connect.ts";
import { UserError } from "../fail.ts";
import { Progress } from "../progress.ts";
import { reportText } from "./backtest-text.ts";
import { opened } from "./files.ts";
import { modelFor } from "./model-for.ts";

interface Options extends ServerOptions {
  readonly rules: string;
  readonly against?: string;
  readonly model?: string;
  readonly againstModel?: string;
  readonly history?: string;
  readonly server?: boolean;
  readonly note: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean;
}

const ASK_AGAIN_MS = 1_000;

export async function backtestRules(options: Options): Promise<void> {
  if ((options.history === undefined) === (options.server !== true)) {
    throw new UserError("Nothing to play, or too much", "Give either --history or --server.");
  }
  const report = options.history === undefined ? await onServer(options) : await here(options);
  console.log(options.json ? JSON.stringify(report) : reportText(report));
}

async function here(options: Options): Promise<BacktestReport> {
  const { history: folder = "", from, to } = options;
  const after = await sideOf(options.rules, options.model);
  const before =
    options.against === undefined
      ? { set: compileRules([]).set }
      : await sideOf(options.against, options.againstModel, "--against-model");
  const progress = new Progress("facts");
  let facts = 0;
  const onFacts = (more: number) => {
    facts += more;
    progress.reach(facts);
  };
  const order = { folder, before, after, from, to, onFacts };
  const report = await opened(folder, () => backtestHistory(order));
  progress.end();
  return report;
}

async function sideOf(file: string, modelFile: string | undefined, option?: string) {
  const { policy, set } = await policyIn(file);
  return { set, lanes: policy.lanes, model: await modelFor(policy.model, modelFile, option) };
}

async function onServer(options: Options): Promise<BacktestReport> {
  if (options.against !== undefined || options.from !== undefined || options.to !== undefined) {
    throw new UserError(
      "The server plays its whole history against the policy in force.",
      "Leave out --against, --from and --to, or play an exported history with --history.",
    );
  }
  // Rules are not checked here: the server names all that is wrong with them.
  const given = parsePolicy(await opened(options.rules, () => readFile(options.rules, "utf8")));
  const { risk } = await connect(options);
  const { version } = await risk.writePolicy(
    { ...given, rules: given.rules as Rule[] },
    options.note,
  );
  process.stderr.write(`draft policy ${version}\n`);
  const progress = new Progress("facts");
  for (;;) {
    const answer = await risk.backtest(version);
    if (!("played" in answer)) {
      progress.end();
      return answer.report as BacktestReport;
    }
    progress.reach(answer.played);
    await sleep(ASK_AGAIN_MS);
  }
}

/** A policy that can be used, else the first problem and how to see them all. */
export async function policyIn(file: string) {
  const checked = checkedPolicy(parsePolicy(await opened(file, () => readFile(file, "utf8"))));
  if ("set" in checked) return checked;
  const [first] = checked;
  throw new UserError(
    `${file}: ${first?.rule} ${first?.code} ${first?.message}`,
    `\`customhouse risk rules check ${file}\` tells every problem.`,
  );
}
