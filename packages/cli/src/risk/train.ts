/** `customhouse risk train`. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { READY_SCHEMA, readSchema, trainOnThreads, writeModel } from "@customhouse/history";
import {
  type BoostSettings,
  DEEP_SETTINGS,
  type Model,
  USUAL_LINEAR,
  USUAL_SETTINGS,
} from "@customhouse/learning";
import type { ModelCard } from "@customhouse/learning/model-file";
import { type Table, type TableSchema, targetOf } from "@customhouse/learning/tables";
import type { HeldOutRows, ModelKind } from "@customhouse/learning/training";
import { Progress } from "../progress.ts";
import { opened, refuseUnwritable, tableOf } from "./files.ts";

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
  readonly kind: ModelKind;
  readonly holdOut: number;
  readonly patience?: number;
  readonly positiveWeight?: number | "balanced";
  readonly json?: boolean;
}

const TREES = 1_000;

const LIMITS = [
  "It has learnt from declarations that were inspected: of others it knows nothing certain.",
  "A score is a reason to look, never a finding.",
] as const;

export async function trainOnTable(options: Options): Promise<void> {
  const { data, target, out, revenue } = options;
  await refuseUnwritable(out);
  const schemaFile = options.schema ?? READY_SCHEMA;
  const schema = await opened(schemaFile, () => readSchema(schemaFile));
  const table = await tableOf(data);
  const { model, settings } = await learnt(options, table, schema);
  const card: ModelCard = {
    target,
    ...(revenue === undefined ? {} : { revenue }),
    trainedAt: new Date().toISOString(),
    data: {
      sha256: await digestOf(data),
      rows: table.rows,
      positives: targetOf(table, target).reduce((sum, value) => sum + value, 0),
    },
    seed: options.seed,
    settings,
    limits: LIMITS,
  };
  const digest = await opened(out, () => writeModel(out, { card, model }));
  const { rows, positives } = card.data;
  console.log(
    options.json
      ? JSON.stringify({ file: out, digest, ...card })
      : [
          `${out}: ${described(model)} from ${rows} rows, ${positives} of them ${target}`,
          HELD_OUT[settings.heldOut],
          `sha256 ${digest}`,
        ].join("\n"),
  );
}

/** What first models, that choose settings and calibrate, were asked on. */
const HELD_OUT: Readonly<Record<HeldOutRows, string>> = {
  newest: "calibrated on the newest rows",
  drawn: "calibrated on rows drawn by chance, as no date says which are the newest",
  none: "not calibrated: nothing was held out",
  "one-result": "not calibrated: rows held out, or those left, would have had one result only",
};

/** The model, and what its card says of how it was learnt. */
async function learnt(options: Options, table: Table, schema: TableSchema) {
  const { target, revenue, revenueWeight, members, seed, threads, kind } = options;
  const { patience, positiveWeight } = options;
  const holdOut = options.holdOut / 100;
  const [usual, ...alternatives] = candidatesOf(options);
  let settings = usual;
  let heldOut: HeldOutRows = "none";
  // First models, on which the others are calibrated and the settings chosen, are more.
  const [size, first] =
    kind === "linear"
      ? [USUAL_LINEAR.iterations, USUAL_LINEAR.iterations]
      : [members * usual.trees, usual.trees * (1 + alternatives.length)];
  const progress = new Progress("steps", holdOut === 0 ? size : size + first);
  const given = {
    ...(patience === undefined ? {} : { patience }),
    ...(positiveWeight === undefined ? {} : { positiveWeight }),
  };
  const model = await trainOnThreads({
    table,
    schema,
    target,
    kind,
    revenue,
    revenueWeight,
    holdOut,
    rowOrder: "unknown",
    onHeldOut: (which) => {
      heldOut = which;
    },
    settings: usual,
    alternatives,
    onSettings: (taken) => {
      settings = taken;
    },
    members,
    seed,
    threads,
    onTree: () => progress.step(),
    ...given,
  });
  progress.end();
  return {
    model,
    settings: {
      kind,
      ...settings,
      trees: model.members[0]?.trees.length ?? 0,
      members: model.members.length,
      revenueWeight,
      holdOut,
      heldOut,
      ...given,
      ...(model.calibration === undefined ? {} : { calibration: model.calibration }),
    },
  };
}

/** Whoever says how deep trees are to be has chosen; else the newest rows choose. */
function candidatesOf({
  kind,
  trees = TREES,
  depth,
  learningRate,
}: Options): readonly [BoostSettings, ...BoostSettings[]] {
  const asked = { trees, ...(learningRate === undefined ? {} : { learningRate }) };
  if (depth !== undefined) return [{ ...USUAL_SETTINGS, ...asked, depth }];
  const usual = { ...USUAL_SETTINGS, ...asked };
  return kind === "linear" ? [usual] : [usual, { ...DEEP_SETTINGS, ...asked }];
}

function described({ members, linear, features }: Model): string {
  if (linear !== undefined) return `a linear model of ${features.length} features`;
  return `${members.length} forests of ${members[0]?.trees.length ?? 0} trees`;
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
}
