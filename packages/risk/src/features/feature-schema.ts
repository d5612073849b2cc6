/** What a learner is told of the features of an item and of its declaration: a column for each, named with its scope. */
import { FEATURES } from "./catalogue.ts";
import type { FeatureDefinition } from "./feature.ts";

const ID = "row";

/** Texts that are words, lists, or names of one thing only, and positions: nothing repeats in them that could be learnt. */
const NOT_LEARNT = new Set([
  "item.description",
  "item.sequence",
  "item.documents",
  "declaration.containers",
  "declaration.transportMeans",
]);

const nameOf = ({ scope, name }: FeatureDefinition) => `${scope}.${name}`;

interface FeatureColumn {
  readonly name: string;
  readonly kind: "category" | "number";
}

/** A table schema as `learning` reads it, of which features need no more than this. */
interface FeatureSchema {
  readonly id: string;
  readonly columns: readonly FeatureColumn[];
  readonly profiles: readonly (readonly string[])[];
  readonly ratios: readonly never[];
}

function columnOf(feature: FeatureDefinition): readonly FeatureColumn[] {
  const name = nameOf(feature);
  if (NOT_LEARNT.has(name) || feature.type === "list<string>") return [];
  return [{ name, kind: feature.type === "string" ? "category" : "number" }];
}

const COLUMNS = FEATURES.flatMap(columnOf);

/** The schema of such tables. Histories are in the features; profiles add what was found of pairs. */
export const FEATURE_SCHEMA: FeatureSchema = {
  id: ID,
  columns: COLUMNS,
  profiles: [
    ["declaration.importer", "item.hs4"],
    ["declaration.exporter", "item.hs6"],
    ["item.origin", "item.hs6"],
    ["declaration.declarant", "declaration.office"],
    ["item.hs6", "item.procedure"],
  ],
  ratios: [],
};
