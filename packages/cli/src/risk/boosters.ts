/** `customhouse risk export-model` and `import-model`: trees from and to XGBoost. */
import { readFile, writeFile } from "node:fs/promises";
import { sha256, writeModel } from "@customhouse/history";
import { boosterOf, modelOfBooster } from "@customhouse/learning/boosters";
import { type Command, Option } from "commander";
import { modelOf, opened } from "./files.ts";

interface ExportOptions {
  readonly model: string;
  readonly out: string;
}

interface ImportOptions {
  readonly booster: string;
  readonly target: string;
  readonly id?: string;
  readonly out: string;
}

const FORMAT = "xgboost-json";
const LIMITS = ["It was trained elsewhere: on what, its card does not say."] as const;

export function addBoosters(risk: Command): void {
  const format = () =>
    new Option("--format <format>", "what is written or read").choices([FORMAT]).default(FORMAT);
  risk
    .command("export-model")
    .description("the trees of a model as a booster, for features as they are encoded here")
    .requiredOption("--model <file>", "model file")
    .requiredOption("--out <file>", "file to write")
    .addOption(format())
    .action(exportModel);
  risk
    .command("import-model")
    .description("a booster as a model, whose features are number columns of the same names")
    .requiredOption("--booster <file>", "JSON that XGBoost has saved")
    .requiredOption("--target <column>", "what it tells")
    .option("--id <column>", "column that identifies a row of the tables to score; default: row")
    .requiredOption("--out <file>", "model file to write")
    .addOption(format())
    .action(importModel);
}

async function exportModel({ model: file, out }: ExportOptions): Promise<void> {
  const { model } = await modelOf(file);
  const booster = boosterOf(model);
  await opened(out, () => writeFile(out, JSON.stringify(booster)));
  const trees = model.members.reduce((sum, member) => sum + member.trees.length, 0);
  console.log(`${out}: ${trees} trees over ${model.features.length} features`);
}

async function importModel({ booster: file, target, id, out }: ImportOptions): Promise<void> {
  const bytes = await opened(file, () => readFile(file));
  const model = modelOfBooster(bytes, id);
  const trees = model.members[0]?.trees.length ?? 0;
  const card = {
    target,
    trainedAt: "",
    data: { sha256: sha256(bytes), rows: 0, positives: 0 },
    seed: 0,
    settings: { kind: "imported", trees },
    limits: LIMITS,
  };
  const digest = await opened(out, () => writeModel(out, { card, model }));
  console.log(`${out}: ${trees} trees over ${model.features.length} features\nsha256 ${digest}`);
}
