/** `customhouse risk`: learn from inspected declarations, score others, and say how good that is and why. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { addBoosters } from "../risk/boosters.ts";
import { addDescribe } from "../risk/describe.ts";
import { evaluateModel } from "../risk/evaluate.ts";
import { explainRow } from "../risk/explain.ts";
import { addExport } from "../risk/export.ts";
import { generateTable } from "../risk/generate.ts";
import { addLearn } from "../risk/learn.ts";
import { playLoop } from "../risk/loop.ts";
import { addMirror } from "../risk/mirror.ts";
import { addOpenSource } from "../risk/open-source.ts";
import { addReplay } from "../risk/replay.ts";
import { addRetrain } from "../risk/retrain.ts";
import { addRules } from "../risk/rules.ts";
import { scoreTable } from "../risk/score.ts";
import { addScreen } from "../risk/screen.ts";
import { trainOnTable } from "../risk/train.ts";

const SCHEMA_HELP = "what the columns mean (JSON, docs/RISK.md); default: the public import data";

export function addRisk(program: Command): void {
  const risk = program.command("risk").description("learn from inspections, score and explain");
  addTrain(risk);
  addModels(risk);
  addPlay(risk);
  addScreen(risk);
  addDescribe(risk);
  addMirror(risk);
  addOpenSource(risk);
  addRules(risk);
  addExport(risk);
  addReplay(risk);
  addLearn(risk);
  addRetrain(risk);
  addBoosters(risk);
}

function addModels(risk: Command): void {
  risk
    .command("score")
    .description("score every row of a table: identifier and probability")
    .requiredOption("--model <file>", "model file")
    .requiredOption("--data <file>", "table (CSV with a header)")
    .requiredOption("--out <file>", "file to write (CSV)")
    .action(scoreTable);
  risk
    .command("evaluate")
    .description("how well a model does on inspected declarations it has not seen")
    .requiredOption("--model <file>", "model file")
    .requiredOption("--data <file>", "table (CSV with a header and the target)")
    .option("--by <column>", "tell besides what was found of each value of this column")
    .option("--json", "every figure as JSON")
    .action(evaluateModel);
  risk
    .command("explain")
    .description("why one declaration has its score")
    .requiredOption("--model <file>", "model file")
    .requiredOption("--data <file>", "table (CSV with a header)")
    .requiredOption("--id <identifier>", "identifier of the row")
    .option("--json", "every contribution as JSON")
    .action(explainRow);
}

function addPlay(risk: Command): void {
  risk
    .command("loop")
    .description("play week by week what would have been found, learning from inspections alone")
    .requiredOption("--data <files...>", "tables in the order of time (CSV with every result)")
    .requiredOption("--target <column>", "column with 1 for a fraud and 0 for none")
    .option("--date <column>", "column with the day", "Date")
    .option("--schema <file>", SCHEMA_HELP)
    .option("--known-days <count>", "days at the start whose results are all known", count, 28)
    .option("--inspect <percent>", "of a week's declarations", percent, 10)
    .option("--by-chance <percent>", "of the inspections", percent, 5)
    .option("--members <count>", "forests whose log-odds are averaged", count, 3)
    .option("--trees <count>", "trees of each forest", count, 500)
    .option("--seed <number>", "same seed, same loop", count, 1)
    .option("--json", "every week as JSON, one a line, and the summary last")
    .action(playLoop);
  risk
    .command("generate")
    .description("write invented declarations with planted frauds of known kinds (a simulation)")
    .requiredOption("--out <file>", "table to write (CSV)")
    .option("--rows <count>", "declarations", count, 20_000)
    .option("--seed <number>", "same seed, same goods and traders", count, 1)
    .option("--from <day>", "first day, for example 2026-01-01", "2025-01-01")
    .action(generateTable);
}

function addTrain(risk: Command): void {
  risk
    .command("train")
    .description("train a model on a table of inspected declarations")
    .requiredOption("--data <file>", "table (CSV with a header)")
    .requiredOption("--target <column>", "column with 1 for a fraud and 0 for none")
    .requiredOption("--out <file>", "model file to write")
    .option("--revenue <product>", 'what a fraud costs, for example "Tax Rate*Item Price"')
    .option("--revenue-weight <number>", "how much more dear rows count", fromZero, 0)
    .option("--schema <file>", SCHEMA_HELP)
    .option("--members <count>", "forests whose log-odds are averaged", count, 4)
    .option("--trees <count>", "trees of each forest; default: 1000", count)
    .option("--depth <count>", "greatest depth of a tree; default: the newest rows choose", count)
    .option("--learning-rate <number>", "share of each tree's answer that is taken", aboveZero)
    .addOption(
      new Option("--kind <kind>", "what is learnt").choices(["trees", "linear"]).default("trees"),
    )
    .option(
      "--hold-out <percent>",
      "of the newest rows, or without a date by chance, to calibrate on first; 0: none",
      shareHeldOut,
      10,
    )
    .option("--patience <trees>", "stop after so many trees without a better one", count)
    .option("--positive-weight <number>", "of rows with a finding; or balanced", positiveWeight)
    .option("--seed <number>", "same seed, same model", count, 1)
    .option("--threads <count>", "threads to use; default: all cores", count)
    .option("--json", "the model card as JSON")
    .action(trainOnTable);
}

function count(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 100_000) return value;
  throw new InvalidArgumentError("It must be a whole number from 1 to 100000.");
}

function percent(text: string): number {
  const value = Number(text);
  if (text !== "" && value > 0 && value <= 50) return value;
  throw new InvalidArgumentError("It must be above 0 and at most 50.");
}

function shareHeldOut(text: string): number {
  return text === "0" ? 0 : percent(text);
}

function positiveWeight(text: string): number | "balanced" {
  return text === "balanced" ? text : aboveZero(text);
}

function aboveZero(text: string): number {
  const value = Number(text);
  if (value > 0 && value <= 100) return value;
  throw new InvalidArgumentError("It must be a number above 0 and at most 100.");
}

function fromZero(text: string): number {
  const value = Number(text);
  if (text !== "" && value >= 0 && value <= 100) return value;
  throw new InvalidArgumentError("It must be a number from 0 to 100.");
}
