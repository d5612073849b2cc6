/** The shape of the data model's own data: classes, elements, and the structure of each message. */

/** Who may see an element's value (DESIGN section 6). */
export type ConfidentialityLabel = "public" | "party" | "restricted" | "enforcement";

/** Core component data types of the WCO Data Model (UN/CEFACT unqualified data types). */
export type DataType =
  | "Amount"
  | "Code"
  | "DateTime"
  | "ID"
  | "Indicator"
  | "Measure"
  | "Numeric"
  | "Quantity"
  | "Text";

export interface ElementDefinition {
  /** XML tag and JSON key, for example `FunctionCode`. */
  readonly name: string;
  /** WCO ID, for example `017`. */
  readonly wcoId: string;
  /** UN/TDED tag, for example `1225`. */
  readonly tded?: string;
  /** The standard's own notation: `an..35`, `n..16,6`, `a2`. */
  readonly format: string;
  readonly dataType: DataType;
  /** One plain-English sentence in our own words. */
  readonly definition: string;
  readonly label: ConfidentialityLabel;
  /** Where the fact comes from: `WCO DM 3.6 (GB customisation)` or a country profile. */
  readonly source: string;
}

export interface ClassDefinition {
  /** XML tag and JSON key, for example `GovernmentAgencyGoodsItem`. */
  readonly name: string;
  /** WCO class ID, for example `68A`. */
  readonly wcoId: string;
  readonly definition: string;
  readonly elements: Readonly<Record<string, ElementDefinition>>;
  readonly source: string;
}

/** One place in a message: a class or an element, how often it may occur, and for a class what it holds, in order. */
export interface StructureNode {
  readonly name: string;
  readonly kind: "class" | "element";
  readonly min: number;
  /** `Infinity` where the standard says unbounded. */
  readonly max: number;
  readonly children: readonly StructureNode[];
}

export interface MessageDefinition {
  /** `declaration`, `response`, `cancellation`, or a type a country declares. */
  readonly type: string;
  readonly namespace: string;
  readonly structure: StructureNode;
  /** When several messages share root and namespace: the one whose `when` holds for the root's elements. */
  readonly discriminator?: { readonly element: string; readonly in: readonly string[] };
}
