/** `customhouse risk evaluate`: detection and revenue side by side, as no single number tells both. */
import { evaluate, ranked, revenueOf, SHARES, score } from "@customhouse/learning";
import { columnOf, targetOf } from "@customhouse/learning/tables";
import { modelOf, tableOf } from "./files.ts";

interface Options {
  readonly model: string;
  readonly data: string;
  readonly by?: string;
  readonly json?: boolean;
}

/** Rows are ranked by probability times revenue to this power: 0 looks for frauds, 1 for money. */
const POWERS = [0, 0.05, 0.1, 0.2, 0.5, 1] as const;
const TENTHS = 10;

export async function evaluateModel(options: Options): Promise<void> {
  const { model, card, digest } = await modelOf(options.model);
  const table = await tableOf(options.data);
  const target = targetOf(table, card.target);
  const scores = score(model, table);
  const revenue = card.revenue === undefined ? undefined : revenueOf(table, card.revenue);
  const found = evaluate(target, scores, revenue);
  const curve =
    revenue === undefined
      ? undefined
      : POWERS.map((power) => {
          const ranked = scores.map(
            (value, row) => value * Math.max(0, revenue[row] ?? 0) ** power,
          );
          return { power, at: evaluate(target, ranked, revenue).at };
        });
  const calibration = tenths(target, scores);
  const kinds =
    options.by === undefined ? undefined : foundByKind(columnOf(table, options.by), target, scores);
  if (options.json) {
    console.log(JSON.stringify({ model: digest, ...found, calibration, curve, kinds }));
    return;
  }
  const lines = [
    `rows ${found.rows}, ${card.target} ${found.positives} (${percent(found.positives / found.rows)})`,
    `AUC ${found.auc.toFixed(4)}, average precision ${found.averagePrecision.toFixed(4)}, Brier ${found.brier.toFixed(4)}`,
    "",
    "looked at   precision   recall   revenue",
    ...found.at.map(
      ({ share, precision, recall, revenue: part }) =>
        `${percent(share).padStart(9)}${percent(precision).padStart(12)}${percent(recall).padStart(9)}${part === undefined ? "" : percent(part).padStart(10)}`,
    ),
    "",
    "said   came true (tenths of the rows, lowest scores first)",
    ...calibration.map(
      ({ said, true: came }) => `${percent(said).padStart(6)}${percent(came).padStart(10)}`,
    ),
  ];
  if (curve !== undefined) {
    lines.push(
      "",
      `ranked by probability x revenue^power: precision / revenue at ${SHARES.map(percent).join(", ")}`,
      ...curve.map(
        ({ power, at }) =>
          `${power.toFixed(2).padStart(5)}  ${at.map((point) => `${percent(point.precision)} / ${percent(point.revenue ?? 0)}`).join("   ")}`,
      ),
    );
  }
  if (kinds !== undefined) {
    lines.push(
      "",
      `found of each ${options.by} at ${SHARES.map(percent).join(", ")}`,
      ...kinds.map(
        ({ kind, frauds, recall }) => `  ${kind} (${frauds}): ${recall.map(percent).join("   ")}`,
      ),
    );
  }
  console.log(lines.join("\n"));
}

/** Which frauds are found and which are not, by what they are known to be. */
function foundByKind(kinds: readonly string[], target: Uint8Array, scores: Float64Array) {
  const order = ranked(scores);
  const names = [...new Set(kinds.filter((_, row) => target[row] === 1))].sort();
  const fraudsIn = (rows: Int32Array, kind: string) =>
    rows.filter((row) => target[row] === 1 && kinds[row] === kind).length;
  return names.map((kind) => {
    const frauds = fraudsIn(order, kind);
    const recall = SHARES.map(
      (part) => fraudsIn(order.slice(0, Math.round(part * order.length)), kind) / frauds,
    );
    return { kind, frauds, recall };
  });
}

/** Mean probability that was said and share that came true, by tenths of the rows. */
function tenths(target: Uint8Array, scores: Float64Array) {
  const order = Int32Array.from({ length: scores.length }, (_, row) => row).sort(
    (a, b) => (scores[a] ?? 0) - (scores[b] ?? 0) || a - b,
  );
  return Array.from({ length: TENTHS }, (_, tenth) => {
    const rows = order.slice(
      Math.floor((tenth * order.length) / TENTHS),
      Math.floor(((tenth + 1) * order.length) / TENTHS),
    );
    const mean = (of: ArrayLike<number>) =>
      rows.reduce((sum, row) => sum + (of[row] ?? 0), 0) / Math.max(1, rows.length);
    return { said: mean(scores), true: mean(target) };
  });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
