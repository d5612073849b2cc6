/**
 * From a table to the numbers that trees are grown on. For every profile (one category, or several together) two numbers:
 * the share of fraud in its history, drawn towards the general share, and how often it was seen.
 *
 * While training, the share of a row is counted without the fold that the row is in: with its own result in it the
 * learner would read the answer (leave-one-out leaks as well, in the other direction).
 */
import { DAY_MS } from "@customhouse/model";
import { categoryOf, daysOf, numbersOf, type Table, type TableSchema } from "./schema.ts";

export const FOLDS = 5;
/** As many rows of the general share are added to each history. */
const PRIOR_ROWS = 10;
/** Added to the spread of a ratio, in the logarithm: a group of two prices alike is no yardstick. */
const SPREAD_FLOOR = 0.3;
/** Between the categories of a key. */
export const KEY_SEPARATOR = "\u001f";

/** Sums and counts of one profile, by key. */
export interface History {
  readonly categories: readonly string[];
  readonly keys: ReadonlyMap<string, number>;
  readonly frauds: Float64Array;
  readonly seen: Float64Array;
}

/** Middle and spread of a ratio within the values of a category. */
export interface Position {
  readonly ratio: string;
  readonly within: string;
  readonly places: ReadonlyMap<string, readonly [median: number, spread: number]>;
}

/** What was learnt about the columns; with it any later table becomes a matrix of the same features. */
export interface Profiles {
  readonly schema: TableSchema;
  readonly prior: number;
  readonly histories: readonly History[];
  readonly positions: readonly Position[];
}

/** One Float32Array a feature, one number a row; NaN is missing. */
export interface Matrix {
  readonly names: readonly string[];
  readonly columns: readonly Float32Array[];
  readonly rows: number;
}

/** Every category and prefix by itself, then the profiles of the schema. */
export function profileSets(schema: TableSchema): readonly (readonly string[])[] {
  const single = schema.columns.flatMap((column) =>
    column.kind === "category"
      ? [[column.name], ...(column.prefixes ?? []).map((length) => [`${column.name}/${length}`])]
      : [],
  );
  return [...single, ...schema.profiles];
}

/** Every ratio within each category that it is placed in. */
export function positionSets(
  schema: TableSchema,
): readonly { readonly ratio: string; readonly within: string }[] {
  return schema.ratios.flatMap(({ name, within }) =>
    within.map((category) => ({ ratio: name, within: category })),
  );
}

/** Names of the features that a schema makes, in the order in which a matrix has them. */
export function featureNames(schema: TableSchema): readonly string[] {
  return [
    ...profileSets(schema).flatMap(historyNames),
    ...schema.columns.flatMap(({ name, kind }) => {
      if (kind === "number") return [name];
      return kind === "date" ? DATE_PARTS.map(([part]) => `${name}: ${part}`) : [];
    }),
    ...schema.ratios.map(({ name }) => name),
    ...positionSets(schema).map(({ ratio, within }) => `${ratio} within ${within}`),
  ];
}

function historyNames(categories: readonly string[]): readonly string[] {
  const name = categories.join(" x ");
  const names = [`share of fraud: ${name}`, `times seen: ${name}`];
  return categories.length === 1 ? [...names, `first seen: ${name}`] : names;
}

const DATE_PARTS: readonly (readonly [string, (day: Date) => number])[] = [
  ["month", (day) => day.getUTCMonth() + 1],
  ["day of month", (day) => day.getUTCDate()],
  ["day of week", (day) => day.getUTCDay()],
];

export function learnProfiles(schema: TableSchema, table: Table, target: Uint8Array): Profiles {
  const prior = target.reduce((sum, value) => sum + value, 0) / Math.max(1, target.length);
  const histories = profileSets(schema).map((categories) => {
    const keys = new Map<string, number>();
    const frauds: number[] = [];
    const seen: number[] = [];
    keysOf(table, schema, categories).forEach((key, row) => {
      let id = keys.get(key);
      if (id === undefined) {
        id = keys.size;
        keys.set(key, id);
        frauds.push(0);
        seen.push(0);
      }
      frauds[id] = (frauds[id] ?? 0) + (target[row] ?? 0);
      seen[id] = (seen[id] ?? 0) + 1;
    });
    return { categories, keys, frauds: Float64Array.from(frauds), seen: Float64Array.from(seen) };
  });
  return { schema, prior, histories, positions: learnPositions(schema, table) };
}

/** Features of rows that the profiles have not seen. */
export function encode(profiles: Profiles, table: Table): Matrix {
  return assemble(profiles, table, (history, ids, rates, counts) => {
    ids.forEach((id, row) => {
      const seen = id < 0 ? 0 : (history.seen[id] ?? 0);
      rates[row] = historyShare(id < 0 ? 0 : (history.frauds[id] ?? 0), seen, profiles.prior);
      counts[row] = historyCount(seen);
    });
  });
}

/** Features of the very rows that the profiles were learnt from, each without its own fold. */
export function encodeForTraining(
  profiles: Profiles,
  table: Table,
  target: Uint8Array,
  random: () => number,
): Matrix {
  const folds = Uint8Array.from({ length: table.rows }, () => Math.floor(random() * FOLDS));
  return assemble(profiles, table, (history, ids, rates, counts) => {
    const frauds = new Float64Array(history.seen.length * FOLDS);
    const seen = new Float64Array(history.seen.length * FOLDS);
    ids.forEach((id, row) => {
      const cell = id * FOLDS + (folds[row] ?? 0);
      frauds[cell] = (frauds[cell] ?? 0) + (target[row] ?? 0);
      seen[cell] = (seen[cell] ?? 0) + 1;
    });
    ids.forEach((id, row) => {
      const cell = id * FOLDS + (folds[row] ?? 0);
      const all = history.seen[id] ?? 0;
      const others = all - (seen[cell] ?? 0);
      rates[row] = historyShare(
        (history.frauds[id] ?? 0) - (frauds[cell] ?? 0),
        others,
        profiles.prior,
      );
      counts[row] = historyCount(all);
    });
  });
}

type FillHistory = (
  history: History,
  ids: Int32Array,
  rates: Float32Array,
  counts: Float32Array,
) => void;

/** In the order of `featureNames`. */
function assemble(profiles: Profiles, table: Table, fill: FillHistory): Matrix {
  const { schema } = profiles;
  const columns: Float32Array[] = [];
  for (const history of profiles.histories) {
    const ids = Int32Array.from(
      keysOf(table, schema, history.categories),
      (key) => history.keys.get(key) ?? -1,
    );
    const rates = new Float32Array(table.rows);
    const counts = new Float32Array(table.rows);
    fill(history, ids, rates, counts);
    columns.push(rates, counts);
    // The order of first appearance tells how new somebody is.
    if (history.categories.length === 1) columns.push(Float32Array.from(ids));
  }
  columns.push(...plainColumns(schema, table));
  for (const { ratio, within, places } of profiles.positions) {
    const values = ratioOf(schema, table, ratio);
    const groups = categoryOf(table, schema, within);
    columns.push(
      Float32Array.from(values, (value, row) => {
        const place = places.get(groups[row] ?? "");
        return place === undefined ? Number.NaN : (value - place[0]) / (place[1] + SPREAD_FLOOR);
      }),
    );
  }
  return { names: featureNames(schema), columns, rows: table.rows };
}

function plainColumns(schema: TableSchema, table: Table): readonly Float32Array[] {
  const columns = schema.columns.flatMap(({ name, kind }) => {
    if (kind === "number") return [Float32Array.from(numbersOf(table, name))];
    if (kind !== "date") return [];
    const days = Array.from(daysOf(table, name), (day) => new Date(day * DAY_MS));
    return DATE_PARTS.map(([, of]) => Float32Array.from(days, of));
  });
  return [
    ...columns,
    ...schema.ratios.map(({ name }) => Float32Array.from(ratioOf(schema, table, name))),
  ];
}

/** Share of fraud in a history, drawn towards the general one. */
export function historyShare(frauds: number, seen: number, prior: number): number {
  return (frauds + PRIOR_ROWS * prior) / (seen + PRIOR_ROWS);
}

/** How often it was seen, as the trees read it. */
export function historyCount(seen: number): number {
  return Math.log1p(seen);
}

function keysOf(table: Table, schema: TableSchema, categories: readonly string[]): string[] {
  const parts = categories.map((name) => categoryOf(table, schema, name));
  return Array.from({ length: table.rows }, (_, row) =>
    parts.map((part) => part[row] ?? "").join(KEY_SEPARATOR),
  );
}

/**
 * Logarithm of one number by another; NaN where either is missing, or -1 or less, as it has no logarithm then. Such numbers
 * stay in their own columns: a table may write a credit note or an unknown price so.
 */
function ratioOf(schema: TableSchema, table: Table, name: string): Float64Array {
  const ratio = schema.ratios.find((candidate) => candidate.name === name);
  if (ratio === undefined) return new Float64Array(table.rows).fill(Number.NaN);
  const of = numbersOf(table, ratio.of);
  const by = numbersOf(table, ratio.by);
  return of.map((value, row) => {
    const quotient = Math.log1p(value) - Math.log1p(by[row] ?? Number.NaN);
    return Number.isFinite(quotient) ? quotient : Number.NaN;
  });
}

function learnPositions(schema: TableSchema, table: Table): readonly Position[] {
  return positionSets(schema).map(({ ratio, within }) => {
    const values = ratioOf(schema, table, ratio);
    const groups = new Map<string, number[]>();
    categoryOf(table, schema, within).forEach((group, row) => {
      const value = values[row] ?? Number.NaN;
      if (Number.isNaN(value)) return;
      const members = groups.get(group);
      if (members === undefined) groups.set(group, [value]);
      else members.push(value);
    });
    const places = new Map([...groups].map(([group, members]) => [group, placeOf(members)]));
    return { ratio, within, places };
  });
}

/** Of a single value nobody knows the spread: 1, a factor of e. */
function placeOf(values: number[]): readonly [number, number] {
  values.sort((a, b) => a - b);
  const middle = values.length >> 1;
  const median =
    values.length % 2 === 1
      ? (values[middle] ?? 0)
      : ((values[middle - 1] ?? 0) + (values[middle] ?? 0)) / 2;
  if (values.length < 2) return [median, 1];
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance =
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return [median, Math.sqrt(variance)];
}
