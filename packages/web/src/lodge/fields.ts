/**
 * Which places of the model the form asks for, task by task. Everything else about a field (its help, format, whether it
 * is mandatory, which codes it takes) comes from the model and the country's information packages.
 */
import { pathOfPlace } from "../model/document.ts";

export const TASKS = ["goods", "parties", "transport", "documents", "values"] as const;
export type Task = (typeof TASKS)[number];

export interface Field {
  /** Path of the model from the declaration on; `@` names an attribute. */
  readonly path: string;
  /** Code list, where the packages name none. */
  readonly list?: string;
  /** A short choice of our own, translated under `option`. */
  readonly options?: keyof typeof OPTIONS;
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
}

/** Codes in use in every country served so far: paid at once, or from a deferment account. */
export const OPTIONS = { payment: ["A", "E"] } as const;

const ITEM = "GoodsShipment/GovernmentAgencyGoodsItem";

export const TASK_FIELDS: Readonly<Record<Task, readonly Field[]>> = {
  goods: [],
  parties: [
    { path: "Declarant/ID", width: 20 },
    { path: "Declarant/Name" },
    { path: "Exporter/Name" },
    { path: "Exporter/Address/Line" },
    { path: "Exporter/Address/CityName", width: 20 },
    { path: "Exporter/Address/PostcodeID", width: 10 },
    { path: "Exporter/Address/CountryCode", list: "country" },
    { path: "GoodsShipment/Importer/ID", width: 20 },
    { path: "GoodsShipment/Importer/Name" },
  ],
  transport: [
    { path: "TypeCode" },
    { path: "FunctionalReferenceID", width: 20 },
    { path: "GoodsShipment/ExportCountry/ID" },
    { path: "GoodsShipment/Destination/CountryCode" },
    { path: "GoodsShipment/Consignment/GoodsLocation/Name", width: 20 },
    { path: "GoodsShipment/Consignment/ArrivalTransportMeans/ID", width: 20 },
    { path: "GoodsShipment/UCR/TraderAssignedReferenceID", width: 30 },
  ],
  documents: [],
  values: [
    { path: "ObligationGuarantee/ReferenceID", width: 20 },
    { path: "GoodsShipment/TradeTerms/ConditionCode", width: 5 },
    { path: "GoodsShipment/TradeTerms/LocationName", width: 20 },
  ],
};

export const ITEM_FIELDS: Readonly<Record<Task, readonly Field[]>> = {
  goods: [
    { path: `${ITEM}/Commodity/Description` },
    { path: `${ITEM}/Commodity/Classification/ID`, width: 10 },
    { path: `${ITEM}/GovernmentProcedure/CurrentCode` },
    { path: `${ITEM}/Origin/CountryCode` },
    { path: `${ITEM}/Commodity/GoodsMeasure/GrossMassMeasure`, width: 10 },
    { path: `${ITEM}/Commodity/GoodsMeasure/NetNetWeightMeasure`, width: 10 },
    { path: `${ITEM}/Packaging/TypeCode` },
    { path: `${ITEM}/Packaging/QuantityQuantity`, width: 5 },
    { path: `${ITEM}/Packaging/MarksNumbersID` },
  ],
  parties: [],
  transport: [],
  documents: [
    { path: `${ITEM}/AdditionalDocument/CategoryCode`, width: 3 },
    { path: `${ITEM}/AdditionalDocument/TypeCode`, width: 5 },
    { path: `${ITEM}/AdditionalDocument/ID`, width: 20 },
  ],
  values: [
    { path: `${ITEM}/Commodity/InvoiceLine/ItemChargeAmount`, width: 10 },
    { path: `${ITEM}/Commodity/InvoiceLine/ItemChargeAmount@currencyID`, list: "currency" },
    { path: `${ITEM}/Commodity/DutyTaxFee/Payment/MethodCode`, options: "payment" },
  ],
};

export const PARTIES = new Set(["Declarant", "Exporter", "Importer"]);

/** The party a path runs through, if any. */
export function labelOfParty(path: string): string | undefined {
  return path.split("/").find((step) => PARTIES.has(step));
}

/** Where a finding is mended. Places the form does not ask for belong to no task. */
export function taskOfPlace(place: string): Task | undefined {
  const path = pathOfPlace(place);
  return TASKS.find((task) =>
    [...TASK_FIELDS[task], ...ITEM_FIELDS[task]].some(
      (field) => field.path === path || field.path.startsWith(`${path}/`),
    ),
  );
}
