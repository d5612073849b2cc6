import { readdirSync, readFileSync } from "node:fs";
import { internationalCodeLists, valuesAt } from "@customhouse/model";
import { gbMessages } from "../../../countries/gb/src/messages/index.ts";
import { decode } from "../src/index.ts";

const files: string[] = [];
const walk = (d: string) => {
  for (const e of readdirSync(d, { withFileTypes: true })) {
    if (e.isDirectory()) walk(d + "/" + e.name);
    else if (e.name.endsWith(".xml")) files.push(d + "/" + e.name);
  }
};
walk("/work/shared/wco/gb/scenarios");
const L = (n: string) =>
  new Set<string>(
    JSON.parse(readFileSync(`/work/shared/wco/gb/codelists/${n}.json`, "utf8")).map((x: any) =>
      x.value.trim(),
    ),
  );
const I = (n: string) =>
  new Set(internationalCodeLists.find((l) => l.id === n)!.entries.map((e) => e.code));
const item = "GoodsShipment/GovernmentAgencyGoodsItem/";
const m: [string, Set<string>][] = [
  ["Agent/FunctionCode", L("party-role-status-types")],
  ["AuthorisationHolder/CategoryCode", L("party-role-authorization-types")],
  ["ExitOffice/ID", L("customs-offices")],
  ["PresentationOffice/ID", L("customs-offices")],
  ["SupervisingOffice/ID", L("customs-offices")],
  ["ObligationGuarantee/GuaranteeOffice/ID", L("customs-offices")],
  ["BorderTransportMeans/ModeCode", L("transport-mode-types")],
  ["BorderTransportMeans/IdentificationTypeCode", L("transport-means-identification-types")],
  ["BorderTransportMeans/RegistrationNationalityCode", L("country-codes")],
  ["GoodsShipment/Consignment/ArrivalTransportMeans/ModeCode", L("transport-mode-types")],
  ["GoodsShipment/Consignment/DepartureTransportMeans/ModeCode", L("transport-mode-types")],
  [
    "GoodsShipment/Consignment/ArrivalTransportMeans/IdentificationTypeCode",
    L("transport-means-identification-types"),
  ],
  [
    "GoodsShipment/Consignment/DepartureTransportMeans/IdentificationTypeCode",
    L("transport-means-identification-types"),
  ],
  [
    "GoodsShipment/TransactionNatureCode",
    new Set([...L("transaction-nature-types-a-man"), ...L("transaction-nature-types-b-opt")]),
  ],
  ["GoodsShipment/TradeTerms/ConditionCode", L("incoterm-codes")],
  ["GoodsShipment/Consignment/GoodsLocation/TypeCode", L("location-types")],
  ["GoodsShipment/Warehouse/TypeCode", L("customs-warehouse-types")],
  ["GoodsShipment/Destination/CountryCode", L("country-codes")],
  ["GoodsShipment/ExportCountry/ID", L("country-codes")],
  [item + "Destination/CountryCode", L("country-codes")],
  [item + "ExportCountry/ID", L("country-codes")],
  ["GoodsShipment/Importer/Address/CountryCode", L("country-codes")],
  ["Exporter/Address/CountryCode", L("country-codes")],
  ["Declarant/Address/CountryCode", L("country-codes")],
  ["GoodsShipment/Seller/Address/CountryCode", L("country-codes")],
  ["GoodsShipment/Buyer/Address/CountryCode", L("country-codes")],
  ["GoodsShipment/Consignee/Address/CountryCode", L("country-codes")],
  ["GoodsShipment/Consignor/Address/CountryCode", L("country-codes")],
  [item + "Consignor/Address/CountryCode", L("country-codes")],
  [item + "Consignee/Address/CountryCode", L("country-codes")],
  ["Consignment/Itinerary/RoutingCountryCode", L("country-codes")],
  ["GoodsShipment/Consignment/GoodsLocation/Address/CountryCode", L("country-codes")],
  [
    "GoodsShipment/Consignment/GoodsLocation/Address/TypeCode",
    new Set(["T", "U", "V", "W", "X", "Y", "Z"]),
  ],
  [item + "Origin/CountryCode", L("country-codes")],
  [item + "Origin/TypeCode", L("country-region-sub-role-types")],
  [item + "Commodity/Classification/IdentificationTypeCode", L("commodity-classification-type")],
  [item + "Commodity/DutyTaxFee/TypeCode", L("duty-tax-fee-types")],
  [item + "Commodity/DutyTaxFee/DutyRegimeCode", L("preference-types")],
  [item + "Commodity/DutyTaxFee/Payment/MethodCode", L("payment-method-types")],
  [item + "CustomsValuation/MethodCode", L("valuation-method-types")],
  [
    item + "CustomsValuation/ChargeDeduction/ChargesTypeCode",
    L("goods-item-valuation-adjustment-types"),
  ],
  [
    "GoodsShipment/CustomsValuation/ChargeDeduction/ChargesTypeCode",
    L("header-valuation-adjustment-types"),
  ],
  [item + "Packaging/TypeCode", L("package-types")],
  [item + "Packaging/TypeCode", I("package")],
  [item + "PreviousDocument/CategoryCode", L("document-category")],
  [item + "PreviousDocument/TypeCode", L("import-previous-documents")],
  ["GoodsShipment/PreviousDocument/CategoryCode", L("document-category")],
  ["GoodsShipment/PreviousDocument/TypeCode", L("import-previous-documents")],
  ["ObligationGuarantee/SecurityDetailsCode", L("declared-guarantee-types")],
  [item + "AdditionalInformation/StatementCode", L("special-mention-types")],
  [item + "GovernmentProcedure/PreviousCode", L("government-procedure-types")],
  ["GoodsShipment/AEOMutualRecognitionParty/RoleCode", L("party-sub-role-types")],
  [item + "AEOMutualRecognitionParty/RoleCode", L("party-sub-role-types")],
  ["InvoiceAmount@currencyID", L("currency-codes")],
  [item + "Commodity/InvoiceLine/ItemChargeAmount@currencyID", L("currency-codes")],
  [item + "StatisticalValueAmount@currencyID", L("currency-codes")],
  ["CurrencyExchange/CurrencyTypeCode", L("currency-codes")],
  [item + "Commodity/GoodsMeasure/TariffQuantity@unitCode", L("measure-unit-types")],
];
const docs = files
  .map((f) => ({ f, r: decode(readFileSync(f), { profile: gbMessages }) }))
  .filter(
    (x) =>
      x.r.document?.Declaration &&
      ["declaration", "amendment", "arrival"].includes(x.r.messageType!),
  );
for (const [p, set] of m) {
  const bad = new Map<string, number>();
  let n = 0;
  for (const d of docs)
    for (const v of valuesAt(p, d.r.document!.Declaration, d.r.document!.Declaration)) {
      n++;
      if (!set.has(v)) bad.set(v, (bad.get(v) ?? 0) + 1);
    }
  console.log(p, n, set.size, bad.size ? [...bad].slice(0, 12).join(" ") : "OK");
}
const ws = new Map<string, number>();
for (const d of docs) {
  JSON.stringify(d.r.document, (k, v) => {
    if (typeof v === "string" && v.trim() !== v) ws.set(k, (ws.get(k) ?? 0) + 1);
    return v;
  });
}
console.log(ws);
