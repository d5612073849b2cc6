/** `customhouse risk learn` and `risk compare`: models from our own history. */
import {
  type Compared,
  compareModels,
  labelledHistory,
  learnFromHistory,
  learntTo,
  readModel,
  writeModel,
} from "@customhouse/history";
import { type Evaluation, USUAL_SETTINGS } from "@customhouse/learning";
import { rowScorer } from "@customhouse/learning/rows";
import { FEATURE_SCHEMA } from "@customhouse/risk/features";
import { type Command, InvalidArgumentError } from "commander";
import { EXIT } from "../exit-codes.ts";
import { Progress } from "../progress.ts";
import { opened, refuseUnwritable } from "./files.ts";

interface LearnOptions {
  readonly history: string;
  readonly out: string;
  readonly holdOut: number;
  readonly members: number;
  readonly trees: number;
  readonly depth: number;
  readonly seed: number;
  readonly json?: boolean;
}

interface CompareOptions {
  readonly champion: string;
  readonly challenger: string;
  readonly history: string;
  readonly seed: number;
  readonly json?: boolean;
}

const DEFAULT_TREES = 500;

export function addLearn(risk: Command): void {
  risk
    .command("learn")
    .description("train a model on the controlled cases of an exported history")
    .requiredOption("--history <folder>", "history that `risk export` wrote")
    .requiredOption("--out <file>", "model file to write")
    .option("--hold-out <percent>", "newest cases to judge it on", percent, 20)
    .option("--members <count>", "forests whose log-odds are averaged", count, 4)
    .option("--trees <count>", "trees of each forest", count, DEFAULT_TREES)
    .option("--depth <count>", "greatest depth of a tree", count, USUAL_SETTINGS.depth)
    .option("--seed <number>", "same seed, same model", count, 1)
    .option("--json", "the model card and its figures as JSON")
    .action(learn);
  risk
    .command("compare")
    .description(
      "whether the challenger beats the champion on later cases (exit code 1: it does not)",
    )
    .requiredOption("--champion <file>", "model in force")
    .requiredOption("--challenger <file>", "model that would replace it")
    .requiredOption("--history <folder>", "history that `risk export` wrote")
    .option("--seed <number>", "same seed, same resamples", count, 1)
    .option("--json", "every figure as JSON")
    .action(compare);
}

async function learn(options: LearnOptions): Promise<void> {
  const { history: folder, out, members, trees, depth, seed } = options;
  await refuseUnwritable(out);
  const reading = new Progress("facts");
  const onFacts = (facts: number) => reading.reach(facts);
  const cases = await opened(folder, () => labelledHistory({ folder, onFacts }));
  reading.end();
  // The first forest, on which the others are calibrated, is one more.
  const growing = new Progress("trees", (members + 1) * trees);
  const learnt = await learnFromHistory({
    cases,
    holdOut: options.holdOut / 100,
    settings: { ...USUAL_SETTINGS, trees, depth },
    members,
    seed,
    now: new Date().toISOString(),
    onTree: () => growing.step(),
  });
  growing.end();
  const digest = await opened(out, () => writeModel(out, learnt));
  const { card, heldOut, heldOutCases } = learnt;
  const { cases: learntFrom, learntTo: at } = card.settings;
  console.log(
    options.json
      ? JSON.stringify({ file: out, digest, ...card, heldOutCases, heldOut })
      : [
          `${out}: ${learntFrom} controlled cases up to ${at}, ${card.data.positives} of ${card.data.rows} items with findings`,
          heldOut === undefined
            ? `${heldOutCases} later cases: too little to judge it on`
            : `${heldOutCases} later cases: ${figures(heldOut)}`,
          `sha256 ${digest}`,
        ].join("\n"),
  );
}

async function compare(options: CompareOptions): Promise<void> {
  const { history: folder, seed } = options;
  const champion = await opened(options.champion, () => readModel(options.champion));
  const challenger = await opened(options.challenger, () => readModel(options.challenger));
  const after = [learntTo(champion), learntTo(challenger)].sort().at(-1);
  const progress = new Progress("facts");
  const onFacts = (facts: number) => progress.reach(facts);
  const cases = await opened(folder, () => labelledHistory({ folder, after, onFacts }));
  progress.end();
  const scoreOf = ({ model }: typeof champion) => rowScorer(model, FEATURE_SCHEMA).probability;
  const found = compareModels(scoreOf(champion), scoreOf(challenger), cases, { seed });
  const { from, to } = found.difference;
  console.log(
    options.json
      ? JSON.stringify({ after, ...found })
      : [
          `${found.cases} controlled cases after ${after}, ${found.found} with findings, ${found.byChance} picked by chance alone`,
          `champion:   ${comparedFigures(found.champion)}`,
          `challenger: ${comparedFigures(found.challenger)}`,
          `difference of AUC, of all: ${from.toFixed(4)} to ${to.toFixed(4)} (95 % of paired resamples)`,
          found.beats
            ? "The challenger beats the champion."
            : "It does not show that the challenger beats the champion.",
        ].join("\n"),
  );
  if (!found.beats) process.exitCode = EXIT.no;
}

function figures({ auc, averagePrecision, at }: Evaluation): string {
  const tenth = at.at(-1);
  const text = `AUC ${auc.toFixed(4)}, average precision ${averagePrecision.toFixed(4)}`;
  return tenth === undefined ? text : `${text}, at 10 % precision ${tenth.precision.toFixed(3)}`;
}

function comparedFigures(compared: Compared): string {
  return `of all AUC ${compared.aucOfAll.toFixed(4)}; of the cases ${figures(compared)}`;
}

function percent(text: string): number {
  const value = Number(text);
  if (text !== "" && value >= 0 && value <= 50) return value;
  throw new InvalidArgumentError("It must be a number from 0 to 50.");
}

function count(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 100_000) return value;
  throw new InvalidArgumentError("It must be a whole number from 1 to 100000.");
}
