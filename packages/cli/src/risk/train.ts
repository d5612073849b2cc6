/** `customhouse risk train`. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import {
  type ModelCard,
  READY_SCHEMA,
  readSchema,
  trainModel,
  writeModel,
} from "@customhouse/analytics";
import { targetOf, USUAL_SETTINGS } from "@customhouse/risk";
import { Progress } from "../progress.ts";
import { opened, tableOf } from "./files.ts";

interface Options {
  readonly data: string;
  readonly target: string;
  readonly out: string;
  readonly revenue?: string;
  readonly revenueWeight: number;
  readonly schema?: string;
  readonly members: number;
  readonly trees?: number;
  readonly depth?: number;
  readonly learningRate?: number;
  readonly seed: number;
  readonly threads?: number;
  readonly json?: boolean;
}

const LIMITS = [
  "It has learnt from declarations that were inspected: of others it knows nothing certain.",
  "A score is a reason to look, never a finding.",
] as const;

export async function trainOnTable(options: Options): Promise<void> {
  const { data, target, out, revenue, revenueWeight, members, seed, threads } = options;
  const schemaFile = options.schema ?? READY_SCHEMA;
  const schema = await opened(schemaFile, () => readSchema(schemaFile));
  const table = await tableOf(data);
  const settings = {
    ...USUAL_SETTINGS,
    ...(options.trees === undefined ? {} : { trees: options.trees }),
    ...(options.depth === undefined ? {} : { depth: options.depth }),
    ...(options.learningRate === undefined ? {} : { learningRate: options.learningRate }),
  };
  const progress = new Progress("trees", members * settings.trees);
  const model = await trainModel({
    table,
    schema,
    target,
    revenue,
    revenueWeight,
    settings,
    members,
    seed,
    threads,
    onTree: () => progress.step(),
  });
  progress.end();
  const card: ModelCard = {
    target,
    ...(revenue === undefined ? {} : { revenue }),
    trainedAt: new Date().toISOString(),
    data: {
      sha256: await digestOf(data),
      rows: table.rows,
      positives: targetOf(table, target).reduce((sum, value) => sum + value, 0),
    },
    seed,
    settings: { ...settings, members, revenueWeight },
    limits: LIMITS,
  };
  const digest = await writeModel(out, { card, model });
  const { rows, positives } = card.data;
  console.log(
    options.json
      ? JSON.stringify({ file: out, digest, ...card })
      : `${out}: ${members} forests of ${settings.trees} trees from ${rows} rows, ${positives} of them ${target}\nsha256 ${digest}`,
  );
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
}
