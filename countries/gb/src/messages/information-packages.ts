/**
 * What GB asks of every declaration: code lists and the few elements that no published sample
 * does without. Lists that HMRC's own samples do not keep to (authorisations, offices of exit,
 * tax types, preferences, statements) are left out.
 */
import type { ElementUse, InformationPackage } from "@customhouse/model";

const ITEM = "GoodsShipment/GovernmentAgencyGoodsItem";

const code = (path: string, codeList: string): ElementUse => ({ path, use: "O", codeList });
const mandatory = (path: string): ElementUse => ({ path, use: "M" });

const countries: readonly ElementUse[] = [
  "BorderTransportMeans/RegistrationNationalityCode",
  "Consignment/Itinerary/RoutingCountryCode",
  "Exporter/Address/CountryCode",
  "GoodsShipment/Buyer/Address/CountryCode",
  "GoodsShipment/Consignee/Address/CountryCode",
  "GoodsShipment/Consignment/GoodsLocation/Address/CountryCode",
  "GoodsShipment/Destination/CountryCode",
  "GoodsShipment/ExportCountry/ID",
  "GoodsShipment/Importer/Address/CountryCode",
  "GoodsShipment/Seller/Address/CountryCode",
  `${ITEM}/Consignee/Address/CountryCode`,
  `${ITEM}/Destination/CountryCode`,
  `${ITEM}/ExportCountry/ID`,
  `${ITEM}/Origin/CountryCode`,
].map((path) => code(path, "gb-country"));

const codes: readonly ElementUse[] = [
  code("Agent/FunctionCode", "gb-representation"),
  code("BorderTransportMeans/IdentificationTypeCode", "gb-transport-identification"),
  code("GoodsShipment/AEOMutualRecognitionParty/RoleCode", "gb-supply-chain-role"),
  code("GoodsShipment/Consignment/ArrivalTransportMeans/ModeCode", "gb-transport-mode"),
  code(
    "GoodsShipment/Consignment/ArrivalTransportMeans/IdentificationTypeCode",
    "gb-transport-identification",
  ),
  code("GoodsShipment/Consignment/DepartureTransportMeans/ModeCode", "gb-transport-mode"),
  code(
    "GoodsShipment/Consignment/DepartureTransportMeans/IdentificationTypeCode",
    "gb-transport-identification",
  ),
  code("GoodsShipment/Consignment/GoodsLocation/TypeCode", "gb-location-type"),
  code("GoodsShipment/CustomsValuation/ChargeDeduction/ChargesTypeCode", "gb-header-charge"),
  code("GoodsShipment/PreviousDocument/CategoryCode", "gb-previous-document-category"),
  code("GoodsShipment/PreviousDocument/TypeCode", "gb-previous-document"),
  code("GoodsShipment/TradeTerms/ConditionCode", "gb-terms-of-delivery"),
  code("GoodsShipment/TransactionNatureCode", "gb-transaction-nature"),
  code("GoodsShipment/Warehouse/TypeCode", "gb-warehouse-type"),
  code("InvoiceAmount@currencyID", "currency"),
  code("ObligationGuarantee/SecurityDetailsCode", "gb-guarantee-type"),
  code("SupervisingOffice/ID", "gb-office"),
  code(`${ITEM}/AEOMutualRecognitionParty/RoleCode`, "gb-supply-chain-role"),
  code(`${ITEM}/Commodity/Classification/IdentificationTypeCode`, "gb-classification-type"),
  code(`${ITEM}/Commodity/DutyTaxFee/Payment/MethodCode`, "gb-payment-method"),
  code(`${ITEM}/Commodity/InvoiceLine/ItemChargeAmount@currencyID`, "currency"),
  code(`${ITEM}/CustomsValuation/ChargeDeduction/ChargesTypeCode`, "gb-item-charge"),
  code(`${ITEM}/CustomsValuation/MethodCode`, "gb-valuation-method"),
  code(`${ITEM}/Origin/TypeCode`, "gb-origin-type"),
  code(`${ITEM}/Packaging/TypeCode`, "package"),
  code(`${ITEM}/PreviousDocument/CategoryCode`, "gb-previous-document-category"),
  code(`${ITEM}/PreviousDocument/TypeCode`, "gb-previous-document"),
];

const always = { when: { always: true }, rules: [] } as const;

export const gbInformationPackages: readonly InformationPackage[] = [
  {
    name: "base",
    messageType: "declaration",
    ...always,
    elements: [
      mandatory("FunctionalReferenceID"),
      mandatory("TypeCode"),
      mandatory("Declarant"),
      mandatory("GoodsShipment"),
      mandatory(ITEM),
      ...countries,
      ...codes,
    ],
  },
  {
    name: "base",
    messageType: "amendment",
    ...always,
    elements: [
      mandatory("FunctionalReferenceID"),
      mandatory("ID"),
      mandatory("Amendment"),
      mandatory("Amendment/ChangeReasonCode"),
      mandatory("Amendment/Pointer"),
      ...countries,
      ...codes,
    ],
  },
  {
    name: "base",
    messageType: "arrival",
    ...always,
    elements: [mandatory("FunctionalReferenceID"), mandatory("ID")],
  },
  {
    name: "base",
    messageType: "cancellation",
    ...always,
    elements: [mandatory("FunctionalReferenceID")],
  },
];
