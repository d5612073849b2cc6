/**
 * Learns codes from described goods. Two scorers are tried on rows that are held out, nearest centroid and naive Bayes; the
 * one whose probabilities are better there is then learnt from all rows. Deterministic by seed.
 */
import { seeded } from "../random.ts";
import {
  bitsOf,
  type DescriptionModel,
  type Scorer,
  type ScorerKind,
  scoresOf,
  softmax,
} from "./description-model.ts";
import { TextError } from "./errors.ts";
import { learnScorer } from "./learn-scorer.ts";
import { type Features, featuresOf } from "./text-features.ts";

export interface Described {
  readonly text: string;
  /** HS code of at least as many digits as are learnt; dots and spaces are ignored. */
  readonly code: string;
}

export interface TrainDescriptions {
  readonly rows: readonly Described[];
  /** Digits of the code that are learnt: 2, 4 or 6. */
  readonly digits: number;
  readonly seed: number;
  readonly onStep?: (done: number, total: number) => void;
}

/** How each scorer did on rows that it had not seen. */
export interface HeldOut {
  readonly kind: ScorerKind;
  readonly rows: number;
  readonly top1: number;
  readonly top5: number;
  /** Mean of -log2 of the probability of the true code: what is still unknown, in bits. */
  readonly lossBits: number;
  readonly sharpness: number;
}

export interface TrainedDescriptions {
  readonly model: DescriptionModel;
  readonly heldOut: readonly HeldOut[];
}

const MIN_ROWS = 20;
const MAX_ROWS = 2_000_000;
const MAX_CODES = 10_000;
const HELD_OUT_SHARE = 0.2;
const MAX_HELD_OUT = 2_000;
const SHARPNESS = [0.05, 0.1, 0.2, 0.5, 1, 2, 4, 8, 12, 16, 24, 32, 48] as const;
const KINDS = ["centroid", "bayes"] as const;
const VAGUE_SHARE = 0.02;
const STEPS = 4;

/** Whether a text is a code of at least so many digits. */
export function hasCode(text: string, digits: number): boolean {
  const code = bare(text);
  return /^\d+$/.test(code) && code.length >= digits;
}

function bare(text: string): string {
  return text.replace(/[.\s]/g, "");
}

export function codeOf(text: string, digits: number, where: string): string {
  if (hasCode(text, digits)) return bare(text).slice(0, digits);
  throw new TextError("CH4451", `${where}: ${text.slice(0, 40)}`);
}

/** Throws `TextError` CH4451 or CH4452. */
export function trainDescriptions(input: TrainDescriptions): TrainedDescriptions {
  const { rows, digits, seed, onStep = () => {} } = input;
  if (rows.length < MIN_ROWS || rows.length > MAX_ROWS) {
    throw new TextError("CH4452", `${rows.length} rows`);
  }
  const named = rows.map(({ code }, row) => codeOf(code, digits, `row ${row + 1}`));
  const codes = [...new Set(named)].sort();
  if (codes.length < 2 || codes.length > MAX_CODES) {
    throw new TextError("CH4452", `${codes.length} codes`);
  }
  const numbers = new Map(codes.map((code, number) => [code, number]));
  const targets = Uint16Array.from(named, (code) => numbers.get(code) ?? 0);
  const features = rows.map(({ text }) => featuresOf(text));
  onStep(1, STEPS);
  const { known, held } = split(targets, codes.length, seed);
  const heldOut = KINDS.map((kind, at) => {
    const scorer = learnScorer(kind, pick(features, known), pick(targets, known), codes.length);
    onStep(2 + at, STEPS);
    return judge(scorer, pick(features, held), pick(targets, held));
  });
  const best = heldOut.reduce((a, b) => (b.lossBits < a.lossBits ? b : a));
  const scorer = learnScorer(best.kind, features, targets, codes.length);
  onStep(STEPS, STEPS);
  const { sharpness, leftBits } = best;
  const priorBits = priorOf(targets, codes.length);
  const vagueBelowBits = priorBits - leftBits;
  return {
    model: { codes, digits, scorer, sharpness, priorBits, vagueBelowBits },
    heldOut: heldOut.map(({ leftBits: _, ...told }) => told),
  };
}

function pick<T>(from: ArrayLike<T>, rows: readonly number[]): readonly T[] {
  return rows.map((row) => from[row] as T);
}

/** A code keeps at least one row to be learnt from. */
function split(targets: Uint16Array, codes: number, seed: number) {
  const random = seeded(seed);
  const order = Array.from(targets, (_, row) => ({ row, at: random() }))
    .sort((a, b) => a.at - b.at || a.row - b.row)
    .map(({ row }) => row);
  const left = new Uint32Array(codes);
  for (const target of targets) left[target] = (left[target] as number) + 1;
  const most = Math.min(MAX_HELD_OUT, Math.floor(targets.length * HELD_OUT_SHARE));
  const held: number[] = [];
  const known: number[] = [];
  for (const row of order) {
    const code = targets[row] as number;
    if (held.length < most && (left[code] as number) > 1) {
      left[code] = (left[code] as number) - 1;
      held.push(row);
    } else known.push(row);
  }
  // Where every code has one row only, the rows that are learnt from have to do.
  return { known: known.sort((a, b) => a - b), held: held.length > 0 ? held : known };
}

interface Judged extends HeldOut {
  /** Only one in fifty held-out descriptions leaves more than this unknown, in bits. */
  readonly leftBits: number;
}

function judge(scorer: Scorer, features: readonly Features[], targets: readonly number[]): Judged {
  const scores = features.map((one) => scoresOf(scorer, one));
  const losses = SHARPNESS.map((sharpness) => {
    const sum = scores.reduce((total, one, row) => {
      const probability = softmax(one, sharpness)[targets[row] ?? 0] ?? 0;
      return total - Math.log2(Math.max(probability, 1e-12));
    }, 0);
    return { sharpness, lossBits: sum / scores.length };
  });
  const best = losses.reduce((a, b) => (b.lossBits < a.lossBits ? b : a));
  const within = (count: number) =>
    scores.filter((one, row) => {
      const own = one[targets[row] ?? 0] ?? 0;
      return one.filter((score) => score > own).length < count;
    }).length / scores.length;
  const left = scores.map((one) => bitsOf(softmax(one, best.sharpness))).sort((a, b) => b - a);
  const leftBits = left[Math.floor(left.length * VAGUE_SHARE)] ?? 0;
  const told = { kind: scorer.kind, rows: scores.length, top1: within(1), top5: within(5) };
  return { ...told, ...best, leftBits };
}

function priorOf(targets: Uint16Array, codes: number): number {
  const prior = new Float64Array(codes);
  for (const target of targets) prior[target] = (prior[target] as number) + 1 / targets.length;
  return bitsOf(prior);
}
