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
/** Lays what one column or history of the model says of an item. */
type Fill = (values: Float32Array, row: RiskRow, item: Item) => void;

interface Filler {
  /** Features of ours that it reads. */
  readonly names: readonly string[];
  readonly fill: Fill;
}

export function rowScorer(model: Model): RowScorer {
  if (!isPlain(model.profiles.schema)) {
    return { probability: (row) => worst(score(model, tableOfRows([{ caseId: "", row }]))) };
  }
  const values = new Float32Array(model.features.length);
  const fillers = fillersOf(model);
  const ofItem = fillers.filter(({ names }) => names.some((name) => name.startsWith("item.")));
  const ofDeclaration = fillers.filter((filler) => !ofItem.includes(filler));
  return {
    needed: new Set(fillers.flatMap(({ names }) => names)),
    probability: (row) => {
      let most = 0;
      for (const { fill } of ofDeclaration) fill(values, row, NO_ITEM);
      for (const item of row.items) {
        for (const { fill } of ofItem) fill(values, row, item);
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

/** In the order in which `encode` lays the features; without those that nothing asks about. */
function fillersOf(model: Model): readonly Filler[] {
  const { schema, histories, prior } = model.profiles;
  const used = usedFeatures(model);
  const fillers: Filler[] = [];
  let next = 0;
  const add = (names: readonly string[], width: number, fill: (places: Places) => Fill) => {
    const places = Array.from({ length: width }, (_, index) =>
      used.has(next + index) ? next + index : undefined,
    );
    if (places.some((place) => place !== undefined)) fillers.push({ names, fill: fill(places) });
    next += width;
  };
  for (const history of histories) {
    const { categories } = history;
    const width = categories.length === 1 ? 3 : 2;
    add(categories, width, (places) => fillHistory(history, prior, places));
  }
  for (const { name, kind } of schema.columns) {
    if (kind === "number") add([name], 1, ([place]) => fillNumber(name, place ?? 0));
  }
  return fillers;
}

/** Where each feature of a column or history lies; undefined: nothing asks about it. */
type Places = readonly (number | undefined)[];

/** Share and times seen of a history, and for one category its number. */
function fillHistory(
  { categories, keys, frauds, seen }: History,
  prior: number,
  [shareAt, countAt, idAt]: Places,
): Fill {
  const idOf = idReader(categories, keys);
  const shares = Float32Array.from(frauds, (count, at) =>
    historyShare(count, seen[at] ?? 0, prior),
  );
  const counts = Float32Array.from(seen, historyCount);
  const unknown = historyShare(0, 0, prior);
  return (values, row, item) => {
    const id = idOf(row, item);
    if (shareAt !== undefined) values[shareAt] = id < 0 ? unknown : (shares[id] as number);
    if (countAt !== undefined) values[countAt] = id < 0 ? 0 : (counts[id] as number);
    if (idAt !== undefined) values[idAt] = id;
  };
}

function fillNumber(name: string, place: number): Fill {
  const value = readerOf(name);
  return (values, row, item) => {
    const found = value(row, item);
    values[place] = found === undefined ? Number.NaN : Number(found);
  };
}

/** Codes come again and again: comparing is cheaper than looking up. */
function idReader(names: readonly string[], keys: ReadonlyMap<string, number>) {
  const [first, second] = names.map(readerOf);
  if (first !== undefined && names.length === 1) return idOfOne(first, keys);
  if (first !== undefined && second !== undefined && names.length === 2) {
    return idOfTwo(first, second, nested(keys));
  }
  const parts = names.map(readerOf);
  return (row: RiskRow, item: Item): number =>
    keys.get(parts.map((part) => textOf(part(row, item))).join(KEY_SEPARATOR)) ?? -1;
}

type ValueReader = (row: RiskRow, item: Item) => FeatureValue | undefined;

function idOfOne(part: ValueReader, keys: ReadonlyMap<string, number>) {
  let last: FeatureValue | undefined;
  let id = keys.get("") ?? -1;
  return (row: RiskRow, item: Item): number => {
    const value = part(row, item);
    if (value === last) return id;
    last = value;
    id = keys.get(textOf(value)) ?? -1;
    return id;
  };
}

type NestedKeys = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A key of two parts is looked up part by part, so that no text has to be put together. */
function nested(keys: ReadonlyMap<string, number>): NestedKeys {
  const byFirst = new Map<string, Map<string, number>>();
  for (const [key, id] of keys) {
    const at = key.indexOf(KEY_SEPARATOR);
    const first = key.slice(0, at);
    const known = byFirst.get(first) ?? new Map<string, number>();
    byFirst.set(first, known.set(key.slice(at + 1), id));
  }
  return byFirst;
}

function idOfTwo(one: ValueReader, other: ValueReader, keys: NestedKeys) {
  let lastFirst: FeatureValue | undefined;
  let lastSecond: FeatureValue | undefined;
  let id = nestedId(keys, "", "");
  return (row: RiskRow, item: Item): number => {
    const first = one(row, item);
    const second = other(row, item);
    if (first === lastFirst && second === lastSecond) return id;
    lastFirst = first;
    lastSecond = second;
    id = nestedId(keys, textOf(first), textOf(second));
    return id;
  };
}

/** A separator within the first part divides the key there, as it does in the keys that were learnt. */
function nestedId(keys: NestedKeys, first: string, second: string): number {
  const known = keys.get(first);
  if (known !== undefined) return known.get(second) ?? -1;
  const at = first.indexOf(KEY_SEPARATOR);
  if (at < 0) return -1;
  return keys.get(first.slice(0, at))?.get(`${first.slice(at + 1)}${KEY_SEPARATOR}${second}`) ?? -1;
}

function readerOf(name: string): ValueReader {
  const dot = name.indexOf(".");
  const feature = name.slice(dot + 1);
  return name.slice(0, dot) === "item"
    ? (_, item) => item[feature]
    : (row) => row.declaration[feature];
}

function textOf(value: FeatureValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "1" : "0";
  return String(value);
}
