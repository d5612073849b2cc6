/**
 * Scores rows of declarations as they are, with the same result to the last bit as by way of a table (row-table.ts), which
 * writes every number as text first. What no tree asks about is not looked up.
 */
import { type Model, probabilityOfRow, score } from "../model/model.ts";
import type { History } from "../table/profiles.ts";
import type { TableSchema } from "../table/schema.ts";
import { CodedColumn } from "./coded-columns.ts";
import { type Fill, type HistoryPlaces, historyFiller, tellValues } from "./coded-history.ts";
import { type CellValues, type DeclarationRow, isOfItem, valueName } from "./row.ts";
import { tableOfRows } from "./row-table.ts";

export interface RowScorer {
  /** That a control of the declaration finds something, from 0 to 1: of its items the one that looks worst. */
  probability(row: DeclarationRow): number;
  /** Columns that it reads; absent: any. */
  readonly needed?: ReadonlySet<string>;
}

interface Filler {
  /** Columns that it reads. */
  readonly names: readonly string[];
  readonly fill: Fill;
}

/** `known`: the columns that rows of this kind have, for a model whose features are more than they are. */
export function rowScorer(model: Model, known: Pick<TableSchema, "id" | "columns">): RowScorer {
  if (!isPlain(model.profiles.schema)) {
    return { probability: (row) => worst(score(model, tableOfRows(known, [{ caseId: "", row }]))) };
  }
  const values = new Float32Array(model.features.length);
  const columns = new Map<string, CodedColumn>();
  const fillers = fillersOf(model, columns);
  const ofItem = fillers.filter(({ names }) => names.some(isOfItem));
  const ofDeclaration = fillers.filter((filler) => !ofItem.includes(filler));
  const itemColumns = [...columns.values()].filter((column) => column.ofItem);
  const declarationColumns = [...columns.values()].filter((column) => !column.ofItem);
  return {
    needed: new Set(fillers.flatMap(({ names }) => names)),
    probability: ({ declaration, items }) => {
      let most = 0;
      for (const column of declarationColumns) column.read(declaration);
      for (const { fill } of ofDeclaration) fill(values, declaration, NO_ITEM);
      for (const item of items) {
        for (const column of itemColumns) column.read(item);
        for (const { fill } of ofItem) fill(values, declaration, item);
        most = Math.max(most, probabilityOfRow(model, values));
      }
      return most;
    },
  };
}

/** For features of the declaration, which are the same for every item. */
const NO_ITEM: CellValues = {};

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
function isPlain({ columns, ratios, profiles }: TableSchema): boolean {
  const names = new Set(columns.map(({ name }) => name));
  return (
    ratios.length === 0 &&
    profiles.every((parts) => parts.every((part) => names.has(part))) &&
    columns.every(
      (column) =>
        column.kind === "number" ||
        (column.kind === "category" && column.digits === undefined && !column.prefixes?.length),
    )
  );
}

interface UsedHistory {
  readonly history: History;
  readonly columns: readonly CodedColumn[];
  readonly places: HistoryPlaces;
}

/** In the order in which `encode` lays the features; without those that nothing asks about. */
function fillersOf(model: Model, columns: Map<string, CodedColumn>): readonly Filler[] {
  const { schema, histories, prior } = model.profiles;
  const used = usedFeatures(model);
  let next = 0;
  const place = () => {
    next += 1;
    return used.has(next - 1) ? next - 1 : undefined;
  };
  const asked: UsedHistory[] = [];
  for (const history of histories) {
    const share = place();
    const count = place();
    const id = history.categories.length === 1 ? place() : undefined;
    if (share === undefined && count === undefined && id === undefined) continue;
    const own = history.categories.map((name) => columnOf(columns, name));
    asked.push({ history, columns: own, places: { share, count, id } });
  }
  const numbers = schema.columns.flatMap(({ name, kind }): readonly Filler[] => {
    const at = kind === "number" ? place() : undefined;
    return at === undefined ? [] : [numberFiller(name, at)];
  });
  for (const entry of asked) tellValues(entry.history, entry.columns);
  return [
    ...asked.map(({ history, columns: own, places }) => ({
      names: history.categories,
      fill: historyFiller(history, own, prior, places),
    })),
    ...numbers,
  ];
}

function columnOf(columns: Map<string, CodedColumn>, name: string): CodedColumn {
  const column = columns.get(name) ?? new CodedColumn(name);
  columns.set(name, column);
  return column;
}

function numberFiller(name: string, place: number): Filler {
  const value = valueName(name);
  const ofItem = isOfItem(name);
  return {
    names: [name],
    fill: (values, declaration, item) => {
      const found = ofItem ? item[value] : declaration[value];
      values[place] = found === undefined ? Number.NaN : Number(found);
    },
  };
}
