/** A model from our own history: learnt from the older controlled cases, judged on the newest. */
import { type BoostSettings, type Evaluation, evaluate } from "@customhouse/learning";
import type { ModelCard } from "@customhouse/learning/model-file";
import { FINDING_COLUMN, rowScorer, tableOfRows } from "@customhouse/learning/rows";
import { targetOf } from "@customhouse/learning/tables";
import type { HeldOutRows } from "@customhouse/learning/training";
import { FEATURE_SCHEMA } from "@customhouse/risk/features";
import { HistoryError } from "../errors.ts";
import type { LabelledCase } from "../facts/label-cases.ts";
import type { StoredModel } from "../files/model-file.ts";
import { sha256 } from "../files/sealed-file.ts";
import { foundOf, isOneClass } from "./compare-models.ts";
import { trainOnThreads } from "./train-on-threads.ts";

export interface LearnOptions {
  readonly cases: readonly LabelledCase[];
  /** Share of the newest cases that are not learnt from, from 0 to 0.5. */
  readonly holdOut: number;
  readonly settings: BoostSettings;
  readonly members: number;
  readonly seed: number;
  readonly threads?: number;
  /** ISO instant, for the card. */
  readonly now: string;
  readonly onTree?: () => void;
}

export interface Learnt extends Omit<StoredModel, "digest"> {
  /** How it does on the cases that it has not learnt from; absent: none of them, or all, had findings. */
  readonly heldOut?: Evaluation;
  readonly heldOutCases: number;
}

const LEAST_CASES = 100;
/** Of what is learnt from: the newest, to calibrate on. */
const CALIBRATED_ON = 0.15;
const LIMITS = [
  "It has learnt from declarations that were controlled: of others it knows nothing certain.",
  "A score is a reason to look, never a finding.",
] as const;

/** Errors: CH4606, and those of training. */
export async function learnFromHistory(options: LearnOptions): Promise<Learnt> {
  const { cases, holdOut, settings, members, seed, threads, now } = options;
  const count = cases.length - Math.round(cases.length * holdOut);
  const older = cases.slice(0, count);
  const newer = cases.slice(count);
  if (older.length < LEAST_CASES) throw new HistoryError("CH4606", `${older.length} cases`);
  if (isOneClass(older)) throw new HistoryError("CH4606", "one result");
  const table = tableOfRows(FEATURE_SCHEMA, older);
  let heldOut: HeldOutRows = "none";
  const model = await trainOnThreads({
    table,
    schema: FEATURE_SCHEMA,
    target: FINDING_COLUMN,
    revenueWeight: 0,
    holdOut: CALIBRATED_ON,
    onHeldOut: (which) => {
      heldOut = which;
    },
    settings,
    members,
    seed,
    ...(threads === undefined ? {} : { threads }),
    ...(options.onTree === undefined ? {} : { onTree: options.onTree }),
  });
  const target = targetOf(table, FINDING_COLUMN);
  const card: ModelCard = {
    target: FINDING_COLUMN,
    trainedAt: now,
    data: {
      sha256: sha256(Buffer.from(JSON.stringify([...table.columns]))),
      rows: table.rows,
      positives: target.reduce((sum, value) => sum + value, 0),
    },
    seed,
    settings: {
      ...settings,
      ...{ members, heldOut, cases: older.length, learntTo: older.at(-1)?.at ?? "" },
    },
    limits: LIMITS,
  };
  const { probability } = rowScorer(model, FEATURE_SCHEMA);
  const scores = Float64Array.from(newer, ({ row }) => probability(row));
  return {
    card,
    model,
    heldOutCases: newer.length,
    ...(isOneClass(newer) ? {} : { heldOut: evaluate(foundOf(newer), scores) }),
  };
}

/** Moment of the last case that the model was learnt from. Errors: CH4606 when its card does not say. */
export function learntTo(model: Pick<StoredModel, "card">): string {
  const at = saidLearntTo(model);
  if (at !== undefined) return at;
  throw new HistoryError("CH4606", "a model does not say up to when it has learnt");
}

/** The same, where its card says it. */
export function saidLearntTo({ card }: Pick<StoredModel, "card">): string | undefined {
  const { learntTo: at } = card.settings;
  return typeof at === "string" && !Number.isNaN(Date.parse(at)) ? at : undefined;
}
