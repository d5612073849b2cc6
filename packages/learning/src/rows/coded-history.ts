/** What was learnt of one category or of several together, found by the codes of their values. */
import { type History, historyCount, historyShare, KEY_SEPARATOR } from "../table/profiles.ts";
import { AMBIGUOUS, type CodedColumn } from "./coded-columns.ts";
import type { CellValues } from "./row.ts";

/** Where each number of a history lies in a row of the model; undefined: nothing asks about it. */
export interface HistoryPlaces {
  readonly share: number | undefined;
  readonly count: number | undefined;
  readonly id: number | undefined;
}

/** Lays in the row of the model what one column or history says of an item. */
export type Fill = (values: Float32Array, declaration: CellValues, item: CellValues) => void;

/** Lays share of fraud, times seen and number of the key that the columns have read. */
export function historyFiller(
  history: History,
  columns: readonly CodedColumn[],
  prior: number,
  places: HistoryPlaces,
): Fill {
  const { frauds, seen } = history;
  // What is unknown stands first.
  const shares = new Float32Array(seen.length + 1).fill(historyShare(0, 0, prior));
  const counts = new Float32Array(seen.length + 1).fill(historyCount(0));
  seen.forEach((times, id) => {
    shares[id + 1] = historyShare(frauds[id] ?? 0, times, prior);
    counts[id + 1] = historyCount(times);
  });
  const { share, count, id: idAt } = places;
  const idOf = idReader(history, columns);
  return (values, declaration, item) => {
    const id = idOf(declaration, item);
    if (share !== undefined) values[share] = shares[id + 1] as number;
    if (count !== undefined) values[count] = counts[id + 1] as number;
    if (idAt !== undefined) values[idAt] = id;
  };
}

/** Tells the columns every value of the history. To be done for all histories before the first filler is made. */
export function tellValues({ keys }: History, columns: readonly CodedColumn[]): void {
  for (const key of keys.keys()) {
    partsOf(key, columns)?.forEach((part, at) => {
      columns[at]?.codeFor(part);
    });
  }
}

/** Undefined where a part has a separator in it: such a key is found by its text alone. */
function partsOf(key: string, columns: readonly CodedColumn[]): readonly string[] | undefined {
  const parts = key.split(KEY_SEPARATOR);
  return parts.length === columns.length ? parts : undefined;
}

type IdReader = (declaration: CellValues, item: CellValues) => number;

function idReader({ keys }: History, columns: readonly CodedColumn[]): IdReader {
  const byText: IdReader = (declaration, item) => {
    const texts = columns.map((column) => column.text(column.ofItem ? item : declaration));
    return keys.get(texts.join(KEY_SEPARATOR)) ?? -1;
  };
  const sizes = columns.map(({ size }) => size);
  if (!Number.isSafeInteger(sizes.reduce((product, size) => product * size, 1))) return byText;
  const ids = new Map<number, number>();
  for (const [key, id] of keys) {
    const parts = partsOf(key, columns);
    if (parts === undefined) continue;
    const codes = parts.map((part, at) => columns[at]?.codeFor(part) ?? 0);
    ids.set(
      codes.reduce((number, code, at) => number * (sizes[at] ?? 1) + code, 0),
      id,
    );
  }
  const [only] = columns;
  if (only !== undefined && columns.length === 1) {
    const byCode = Int32Array.from({ length: only.size }, (_, code) => ids.get(code) ?? -1);
    return (declaration, item) => {
      const { code } = only;
      if (code >= 0) return byCode[code] as number;
      return code === AMBIGUOUS ? byText(declaration, item) : -1;
    };
  }
  return (declaration, item) => {
    let number = 0;
    for (let at = 0; at < columns.length; at += 1) {
      const { code } = columns[at] as CodedColumn;
      if (code === AMBIGUOUS) return byText(declaration, item);
      if (code < 0) return -1;
      number = number * (sizes[at] as number) + code;
    }
    return ids.get(number) ?? -1;
  };
}
