/** `customhouse risk retrain`, `cancel-retraining`, `retrainings`: the server learns a challenger, and tells what came of it. */
import { setTimeout as sleep } from "node:timers/promises";
import type { RiskRetraining } from "@customhouse/api/risk/retrainings";
import type { Command } from "commander";
import { addServerOptions, connect, type ServerOptions } from "../connection/connect.ts";
import { EXIT } from "../exit-codes.ts";
import { Progress } from "../progress.ts";
import { columns } from "./columns.ts";

interface Options extends ServerOptions {
  readonly wait?: boolean;
  readonly json?: boolean;
}

type Stage = NonNullable<RiskRetraining["progress"]>["stage"];

const ASK_AGAIN_MS = 1_000;
const LABELS: Readonly<Record<Stage, string>> = {
  facts: "facts",
  trees: "trees",
  backtest: "facts of the back-test",
};

export function addRetrain(risk: Command): void {
  addServerOptions(
    risk
      .command("retrain")
      .description("let the server learn a challenger for the model in force, now"),
  )
    .option("--wait", "until it is over (exit code 1: no draft came of it)")
    .option("--json", "the run as JSON")
    .action(retrain);
  addServerOptions(
    risk
      .command("cancel-retraining")
      .description("call off a run; nothing of it is kept but the record")
      .argument("[run]", "its identifier; default: the one that is open"),
  )
    .option("--json", "the run as JSON")
    .action(cancel);
  addServerOptions(
    risk.command("retrainings").description("runs in which the server learnt, newest first"),
  )
    .option("--json", "one run a line")
    .action(list);
}

async function retrain(options: Options): Promise<void> {
  const { risk } = await connect(options);
  const begun = await risk.retrain();
  const run = options.wait ? await followed(begun, risk.retraining) : begun;
  console.log(options.json ? JSON.stringify(run) : runText(run));
  if (run.outcome === "failed") process.exitCode = EXIT.failed;
  else if (run.state === "over" && run.draft === undefined) process.exitCode = EXIT.no;
}

async function cancel(given: string | undefined, options: Options): Promise<void> {
  const { risk } = await connect(options);
  const id = given ?? (await risk.retrainings()).find(({ state }) => state !== "over")?.id;
  if (id === undefined) {
    console.error("no run is open");
    process.exitCode = EXIT.no;
    return;
  }
  const run = await risk.cancelRetraining(id);
  console.log(options.json ? JSON.stringify(run) : runText(run));
}

async function followed(
  begun: RiskRetraining,
  ask: (id: string) => Promise<RiskRetraining>,
): Promise<RiskRetraining> {
  let run = begun;
  let shown: { readonly stage: Stage; readonly progress: Progress } | undefined;
  while (run.state !== "over") {
    if (run.progress !== undefined) {
      const { stage, done, total } = run.progress;
      if (shown?.stage !== stage) {
        shown?.progress.end();
        shown = { stage, progress: new Progress(LABELS[stage], total) };
      }
      shown.progress.reach(done);
    }
    await sleep(ASK_AGAIN_MS);
    run = await ask(run.id);
  }
  shown?.progress.end();
  return run;
}

async function list(options: Options): Promise<void> {
  const runs = await (await connect(options)).risk.retrainings();
  if (options.json) {
    for (const run of runs) console.log(JSON.stringify(run));
    return;
  }
  const rows = runs.map((run) => [
    run.id,
    run.askedAt.slice(0, 19),
    run.reason === "alarm" ? `alarm (${run.alarms.join(", ")})` : run.reason,
    run.outcome ?? run.state,
    run.draft === undefined ? "" : `policy ${run.draft}`,
  ]);
  console.log(runs.length === 0 ? "no runs yet" : columns(rows).join("\n"));
}

function runText(run: RiskRetraining): string {
  const { result, code, message, cancelledBy } = run;
  return [
    `${run.id}: ${run.outcome ?? run.state}${run.draft === undefined ? "" : `, policy ${run.draft}`}`,
    ...(cancelledBy === undefined ? [] : [`called off by ${cancelledBy}`]),
    ...(message === undefined ? [] : [[code, message].filter(Boolean).join(" ")]),
    ...(result === undefined ? [] : resultLines(result)),
  ].join("\n");
}

function resultLines({
  counts,
  data,
  comparison,
}: NonNullable<RiskRetraining["result"]>): readonly string[] {
  const { cases, found, newCases } = counts;
  const lines = [
    `${data.facts} facts, sha256 ${data.digest}`,
    `${cases} controlled cases, ${found} with findings, ${newCases} new`,
  ];
  if (comparison === undefined) return lines;
  const { champion, challenger, difference, byChance } = comparison;
  return [
    ...lines,
    `judged on ${comparison.cases} newest cases, ${byChance} picked by chance alone`,
    `AUC of all: ${champion.aucOfAll.toFixed(4)} in force, ${challenger.aucOfAll.toFixed(4)} challenger`,
    `difference: ${difference.from.toFixed(4)} to ${difference.to.toFixed(4)} (95 % of paired resamples)`,
  ];
}
