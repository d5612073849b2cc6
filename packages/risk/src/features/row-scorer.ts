/**
 * Scores rows of features as they are, with the same result to the last bit as by way of a table (model-table.ts), which
 * writes every number as text first. What no tree asks about is not looked up.
 */
import { type Model, probabilityOfRow, score } from "../learn/model.ts";
import { type History, historyCount, historyShare, KEY_SEPARATOR } from "../learn/profiles.ts";
import type { TableSchema } from "../learn/schema.ts";
import type { FeatureValue, RiskRow } from "./feature.ts";
import { tableOfRows } from "./model-table.ts";

export interface RowScorer {
  /** That a control of the declaration finds something, from 0 to 1: of its items the one that looks worst. */
  probability(row: RiskRow): number;
  /** Features that it reads, as `scope.name`; absent: any. */
  readonly needed?: ReadonlySet<string>;
}

type Item = RiskRow["items"][number];
/** What one feature of the model is, of one item. */
type Reader = (row: RiskRow, item: Item) => number;

export function rowScorer(model: Model): RowScorer {
  if (!isPlain(model.profiles.schema)) {
    return { probability: (row) => worst(score(model, tableOfRows([{ caseId: "", row }]))) };
  }
  const readers = readersOf(model);
  const used = usedFeatures(model);
  const reading = readers.flatMap((reader, index) =>
    used.has(index) ? [{ index, ...reader }] : [],
  );
  const ofItem = reading.filter(({ names }) => names.some((name) => name.startsWith("item.")));
  const ofDeclaration = reading.filter((reader) => !ofItem.includes(reader));
  const values = new Float32Array(readers.length);
  return {
    needed: new Set(readers.flatMap(({ names }, index) => (used.has(index) ? names : []))),
    probability: (row) => {
      let most = 0;
      for (const { index, read } of ofDeclaration) values[index] = read(row, NO_ITEM);
      for (const item of row.items) {
        for (const { index, read } of ofItem) values[index] = read(row, item);
        most = Math.max(most, probabilityOfRow(model, values));
      }
      return most;
    },
  };
}

/** For features of the declaration, which are the same for every item. */
const NO_ITEM: Item = {};

function worst(scores: Float64Array): number {
  return scores.reduce((most, one) => Math.max(most, one), 0);
}

/** Numbers of the features that some tree asks about; a linear model asks about all. */
function usedFeatures({ members, linear, features }: Model): ReadonlySet<number> {
  if (linear !== undefined) return new Set(features.keys());
  const used = new Set(
    members.flatMap(({ trees }) => trees.flatMap(({ feature }) => [...feature])),
  );
  used.delete(-1);
  return used;
}

/** Schemas of features have categories and numbers alone, and so far nothing is derived from them but histories. */
function isPlain({ columns, ratios }: TableSchema): boolean {
  return (
    ratios.length === 0 &&
    columns.every(
      (column) =>
        column.kind === "number" ||
        (column.kind === "category" && column.digits === undefined && !column.prefixes?.length),
    )
  );
}

interface NamedReader {
  readonly names: readonly string[];
  readonly read: Reader;
}

/** In the order in which `encode` lays the features. */
function readersOf({ profiles: { schema, histories, prior } }: Model): readonly NamedReader[] {
  const ofHistories = histories.flatMap((history) => historyReaders(history, prior));
  const numbers = schema.columns.flatMap(({ name, kind }) =>
    kind === "number" ? [{ names: [name], read: numberOf(name) }] : [],
  );
  return [...ofHistories, ...numbers];
}

function historyReaders(history: History, prior: number): readonly NamedReader[] {
  const { categories: names, keys, frauds, seen } = history;
  const id = idOf(names, keys);
  const shares = frauds.map((count, at) => historyShare(count, seen[at] ?? 0, prior));
  const counts = seen.map(historyCount);
  const unknown = historyShare(0, 0, prior);
  const read = (of: (id: number) => number): NamedReader => ({
    names,
    read: (row, item) => of(id(row, item)),
  });
  return [
    read((found) => (found < 0 ? unknown : (shares[found] as number))),
    read((found) => (found < 0 ? 0 : (counts[found] as number))),
    ...(names.length === 1 ? [read((found) => found)] : []),
  ];
}

/** The features of a history ask for the same id, one after the other. */
function idOf(names: readonly string[], keys: ReadonlyMap<string, number>) {
  const parts = names.map(readerOf);
  let lastRow: RiskRow | undefined;
  let lastItem: Item | undefined;
  let lastKey: string | undefined;
  let lastId = -1;
  return (row: RiskRow, item: Item): number => {
    if (item === lastItem && row === lastRow) return lastId;
    lastRow = row;
    lastItem = item;
    let key = "";
    for (const [index, part] of parts.entries()) {
      key += index === 0 ? textOf(part(row, item)) : KEY_SEPARATOR + textOf(part(row, item));
    }
    // Codes come again and again: comparing is cheaper than looking up.
    if (key === lastKey) return lastId;
    lastKey = key;
    lastId = keys.get(key) ?? -1;
    return lastId;
  };
}

function readerOf(name: string): (row: RiskRow, item: Item) => FeatureValue | undefined {
  const dot = name.indexOf(".");
  const feature = name.slice(dot + 1);
  return name.slice(0, dot) === "item"
    ? (_, item) => item[feature]
    : (row) => row.declaration[feature];
}

function numberOf(name: string): Reader {
  const value = readerOf(name);
  return (row, item) => {
    const found = value(row, item);
    return found === undefined ? Number.NaN : Number(found);
  };
}

function textOf(value: FeatureValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "1" : "0";
  return String(value);
}
