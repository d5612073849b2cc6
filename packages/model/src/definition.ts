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

/**
 * One place in a message: a class or an element, how often it may occur, and for a class what it
 * holds, in order.
 */
export interface StructureNode {
  readonly name: string;
  readonly kind: "class" | "element";
  readonly min: number;
  /** `Infinity` where the standard says unbounded. */
  readonly max: number;
  readonly children: readonly StructureNode[];
  /**
   * The place holds a whole message of that type, in that message's namespace and under its
   * root's XML tag; `name` is then the JSON key only. Left out where a country has no such
   * message.
   */
  readonly embeds?: string;
}

/** Values that one place of one message is limited to, whatever the element allows elsewhere. */
export interface ValueRestriction {
  /** Slash-separated from the message root, root excluded. */
  readonly path: string;
  readonly in: readonly string[];
  /** The schema types the place without attributes. */
  readonly noAttributes?: boolean;
}

export interface MessageDefinition {
  /** `declaration`, `response`, `cancellation`, or a type a country declares. */
  readonly type: string;
  readonly namespace: string;
  readonly structure: StructureNode;
  /**
   * When several messages share root and namespace: the one whose element of the root has such a
   * value.
   */
  readonly discriminator?: { readonly element: string; readonly in: readonly string[] };
  /** Namespace of the `DateTimeString` inside every date; absent: the message's own. */
  readonly dateTimeNamespace?: string;
  readonly restrictions?: readonly ValueRestriction[];
  /** Whether blanks in identifiers are collapsed as in codes; absent: kept. */
  readonly identifierBlanks?: "collapsed" | "kept";
  /** Whether codes, identifiers and texts may be blank; absent: refused. */
  readonly blankValues?: "accepted" | "refused";
}
