/** Attributes that may stand on an element, by its data type (UN/CEFACT unqualified data types). */
import type { DataType } from "./definition.ts";

/** The check of an attribute's value. */
export type AttributeFormat =
  | "agency"
  | "currency"
  | "dateFormat"
  | "language"
  | "text"
  | "unit"
  | "uri";

export interface AttributeUse {
  /** The attribute that matters to readers and stands in the generated types. */
  readonly main?: string;
  readonly required?: boolean;
  readonly allowed: Readonly<Record<string, AttributeFormat>>;
}

const code: AttributeUse = {
  allowed: {
    listID: "text",
    listAgencyID: "agency",
    listAgencyName: "text",
    listName: "text",
    listVersionID: "text",
    name: "text",
    languageID: "language",
    listURI: "uri",
    listSchemeURI: "uri",
  },
};

const id: AttributeUse = {
  allowed: {
    schemeID: "text",
    schemeName: "text",
    schemeAgencyID: "agency",
    schemeAgencyName: "text",
    schemeVersionID: "text",
    schemeDataURI: "uri",
    schemeURI: "uri",
  },
};

const measure: AttributeUse = { main: "unitCode", allowed: { unitCode: "unit" } };

export const ATTRIBUTES: Readonly<Record<DataType, AttributeUse>> = {
  Amount: { main: "currencyID", allowed: { currencyID: "currency" } },
  Code: code,
  DateTime: { main: "formatCode", required: true, allowed: { formatCode: "dateFormat" } },
  ID: id,
  Indicator: { allowed: {} },
  Measure: measure,
  Numeric: { allowed: {} },
  Quantity: measure,
  Text: { allowed: { languageID: "language" } },
};
