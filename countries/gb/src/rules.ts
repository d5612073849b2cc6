/** Functional rules of the published scenarios and guide. The texts are ours; the codes are the published ones. */
import type { ConditionalRule, InformationPackage } from "@customhouse/model";
import { GOODS_LOCATION_AREAS } from "./goods-locations.ts";

const SOURCE = "UK CDS published scenarios and service guide";

const rules: readonly ConditionalRule[] = [
  {
    code: "CDS12056",
    scope: "item",
    when: { path: "Commodity/DutyTaxFee/QuotaOrderID", startsWith: ["09"] },
    must: { path: "AdditionalInformation/StatementCode", in: ["NIDOM"] },
    at: "Commodity/DutyTaxFee/QuotaOrderID",
    text: { en: "A European Union quota cannot be claimed on goods declared here." },
    source: SOURCE,
    validFrom: "2021-01-01",
  },
  {
    code: "CDS12056",
    scope: "item",
    when: {
      all: [
        { path: "AdditionalInformation/StatementCode", in: ["NIDOM"] },
        { path: "AdditionalInformation/StatementCode", in: ["NIREM"] },
        { path: "Commodity/DutyTaxFee/DutyRegimeCode", exists: true },
      ],
    },
    must: { path: "Commodity/DutyTaxFee/DutyRegimeCode", startsWith: ["1"] },
    at: "Commodity/DutyTaxFee/DutyRegimeCode",
    text: {
      en: "No preference can be claimed on a domestic movement of goods that are not at risk.",
    },
    source: SOURCE,
  },
  {
    code: "CDS12077",
    scope: "item",
    when: { path: "GovernmentProcedure/CurrentCode", in: ["42"] },
    must: { path: "AdditionalInformation/StatementCode", in: ["NIIMP"] },
    at: "GovernmentProcedure/CurrentCode",
    text: {
      en: "Onward supply relief is for goods imported into Northern Ireland: declare NIIMP.",
    },
    source: SOURCE,
  },
  {
    code: "CDS12005",
    scope: "declaration",
    when: { path: "TypeCode", startsWith: ["EX"] },
    must: {
      any: [
        { path: "Exporter/ID", exists: true },
        { path: "Exporter/Name", exists: true },
        { path: "GoodsShipment/GovernmentAgencyGoodsItem/Consignor/ID", exists: true },
      ],
    },
    at: "Exporter",
    text: { en: "An export names its exporter." },
    source: SOURCE,
  },
  ...GOODS_LOCATION_AREAS.map(
    ({ place, areas }): ConditionalRule => ({
      code: "CDS12005",
      scope: "declaration",
      when: { path: "GoodsShipment/Consignment/GoodsLocation/Name", startsWith: [place] },
      must: {
        path: "GoodsShipment/Consignment/GoodsLocation/Name",
        in: areas.map((area) => `${place}${area}`),
      },
      at: "GoodsShipment/Consignment/GoodsLocation/Name",
      text: { en: "There is no such goods location at this place." },
      source: SOURCE,
    }),
  ),
];

export const gbRules: InformationPackage = {
  name: "CDS functional rules",
  messageType: "declaration",
  when: { path: "FunctionCode", in: ["9"] },
  elements: [],
  rules,
};
