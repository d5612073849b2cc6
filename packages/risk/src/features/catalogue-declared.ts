/** Features that repeat or combine what was declared. */
import type { FeatureDefinition, FeatureGroup, FeatureScope, FeatureType } from "./feature.ts";

type Short = readonly [name: string, type: FeatureType, description: string, group?: FeatureGroup];

const DECLARATION: readonly Short[] = [
  ["direction", "string", "Import or export, as the country's profile reads the declaration."],
  ["office", "string", "The customs office that the declaration is lodged at."],
  ["declarationType", "string", "The type of declaration, such as IMA."],
  ["dataSet", "string", "The set of data that the country's profile asks for."],
  ["transportMode", "string", "How the border is crossed, as a code."],
  ["declarant", "string", "TIN or name key of the declarant.", "declarant"],
  ["representative", "string", "TIN or name key of the representative.", "declarant"],
  ["importer", "string", "TIN or name key of the importer.", "importer"],
  ["exporter", "string", "TIN or name key of the exporter.", "exporter"],
  ["consignorCountry", "string", "Country of whoever sends the goods."],
  ["transportMeans", "string", "Number of the means of transport at the border.", "cargo"],
  ["containers", "list<string>", "Numbers of the containers.", "containers"],
  ["containerCount", "int", "How many containers are declared.", "containers"],
  ["totalPackages", "int", "Packages in the whole declaration."],
  ["grossMassKg", "double", "Gross mass of the whole declaration in kilograms."],
  ["invoiceTotal", "double", "Sum of the invoices, in the invoice currency."],
  ["currency", "string", "Currency of the invoices."],
  ["itemCount", "int", "How many goods items are declared."],
  ["itemsLeftOut", "int", "Goods items beyond the limit that rules do not see one by one."],
  ["headingCount", "int", "How many different headings (HS4) are declared."],
  ["originCount", "int", "How many different origins are declared."],
  ["netMassKg", "double", "Sum of the net masses of the items in kilograms."],
  ["massRatio", "double", "Gross mass by the sum of the net masses."],
  ["valuePerKg", "double", "Sum of the item values by the sum of their net masses."],
  ["weekday", "int", "Day of the week of the risk run in UTC, 1 for Monday to 7."],
  ["hour", "int", "Hour of the risk run in UTC."],
  ["declarantIsImporter", "bool", "Whether the importer declares by itself.", "declarant"],
];

const ITEM: readonly Short[] = [
  ["sequence", "int", "Number of the goods item."],
  ["commodity", "string", "Commodity code in digits."],
  ["hs2", "string", "Chapter: the first two digits."],
  ["hs4", "string", "Heading: the first four digits."],
  ["hs6", "string", "Subheading: the first six digits."],
  ["origin", "string", "Country of origin."],
  ["dispatchCountry", "string", "Country that the goods were sent from."],
  ["procedure", "string", "The procedure that is asked for."],
  ["previousProcedure", "string", "The procedure that the goods were under."],
  ["netMassKg", "double", "Net mass in kilograms."],
  ["supplementaryQuantity", "double", "Quantity in the unit that the tariff asks for."],
  ["value", "double", "Statistical value, else the invoice price, else the customs value."],
  ["currency", "string", "Currency of the value."],
  ["unitPrice", "double", "Value by kilogram of net mass.", "price"],
  ["description", "string", "The goods in the trader's words.", "text"],
  ["documents", "list<string>", "Codes of the documents named."],
  ["preference", "string", "The duty regime or relief that is asked for."],
  ["originIsDispatch", "bool", "Whether the goods were sent from their country of origin."],
  ["valueShare", "double", "Share of the item in the value of all items, from 0 to 1.", "price"],
];

export const DECLARED_FEATURES: readonly FeatureDefinition[] = [
  ...DECLARATION.map((short) => defined("declaration", short)),
  ...ITEM.map((short) => defined("item", short)),
];

function defined(
  scope: FeatureScope,
  [name, type, description, group = scope]: Short,
): FeatureDefinition {
  return { name, type, scope, group, owner: "declaration data", label: "party", description };
}
