/** The shape of a feature of the catalogue and of a row of features. */
import type { ConfidentialityLabel, Words } from "@customhouse/model";

/** Types of the rule language. `int` is a whole number that a double holds exactly. */
export type FeatureType = "string" | "int" | "double" | "bool" | "list<string>";
export type FeatureScope = "declaration" | "item";
export type FeatureGroup =
  | "declaration"
  | "item"
  | "importer"
  | "declarant"
  | "exporter"
  | "price"
  | "network"
  | "cargo"
  | "containers"
  | "screening"
  | "text"
  | "trust";

export interface FeatureDefinition {
  readonly name: string;
  readonly type: FeatureType;
  readonly scope: FeatureScope;
  readonly group: FeatureGroup;
  /** Who answers for it. */
  readonly owner: string;
  readonly label: ConfidentialityLabel;
  /** One sentence, in all four languages. */
  readonly description: Words;
}

/** What the catalogue says of a feature that comes from the declaration itself. The group is the scope where none is given. */
export type DeclaredFeature = readonly [
  name: string,
  type: FeatureType,
  description: Words,
  group?: FeatureGroup,
];

export type FeatureValue = string | number | boolean | readonly string[];
/** By name; what is missing is absent or undefined. */
export type FeatureValues = Readonly<Record<string, FeatureValue | undefined>>;

/** Features of one declaration as of one moment. */
export interface RiskRow {
  readonly at: string;
  /** The legal day at that moment. */
  readonly day: string;
  readonly declaration: FeatureValues;
  /** In the order of the goods items; each has `sequence`. */
  readonly items: readonly FeatureValues[];
}
