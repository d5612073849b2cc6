/** Messages of the demo country: the base declaration, cancellation and response in namespaces of its own. */
import {
  baseStructures,
  type CodeList,
  countryCodes,
  currencyCodes,
  envelopeStructure,
  type InformationPackage,
  type MessageProfile,
  packageCodes,
  unitCodes,
} from "@customhouse/model";
import { errorTexts } from "./error-texts.ts";
import {
  completeDeclaration,
  simplifiedDeclaration,
  supplementaryDeclaration,
} from "./simplified-packages.ts";

const DECLARATION = "urn:wco:datamodel:XA:DEC:1";
const SOURCE = "demo country XA (fictional)";
const ITEM = "GoodsShipment/GovernmentAgencyGoodsItem";

const demoCountries: CodeList = {
  ...countryCodes,
  version: `${countryCodes.version} with the fictional XA`,
  entries: [...countryCodes.entries, { code: "XA", name: "Demo country (fictional)" }],
};

const procedures: CodeList = {
  id: "xa-procedure",
  name: "Procedures",
  version: "1",
  source: SOURCE,
  entries: [
    { code: "10", name: "Permanent export" },
    { code: "31", name: "Re-export" },
    { code: "40", name: "Release for home use" },
    { code: "53", name: "Temporary admission" },
    { code: "71", name: "Customs warehousing" },
    { code: "80", name: "Transit" },
  ],
};

const declarationTypes: CodeList = {
  id: "xa-declaration-type",
  name: "Declaration types",
  version: "1",
  source: SOURCE,
  entries: [
    { code: "IMA", name: "Import, goods are here" },
    { code: "IMD", name: "Import, lodged before arrival" },
    { code: "IMC", name: "Simplified import with regular use, goods are here" },
    { code: "IMF", name: "Simplified import with regular use, lodged before arrival" },
    { code: "IMY", name: "Supplementary to a simplified import" },
    { code: "IMZ", name: "Supplementary to the simplified imports of a period" },
    { code: "EXA", name: "Export, goods are here" },
    { code: "EXD", name: "Export, lodged before arrival" },
    { code: "COR", name: "Amendment" },
    { code: "GPR", name: "Arrival" },
    { code: "INV", name: "Cancellation" },
  ],
};

const original = { path: "FunctionCode", in: ["9"] };

const declaration: InformationPackage = {
  name: "XA declaration",
  messageType: "declaration",
  when: original,
  elements: [
    { path: "FunctionalReferenceID", use: "M" },
    { path: "TypeCode", use: "M", codeList: "xa-declaration-type" },
    { path: "Declarant/ID", use: "M" },
    { path: "GoodsShipment", use: "M" },
    { path: ITEM, use: "M" },
    { path: `${ITEM}/Commodity/Description`, use: "M" },
    { path: `${ITEM}/Commodity/Classification/ID`, use: "M" },
    { path: `${ITEM}/GovernmentProcedure/CurrentCode`, use: "M", codeList: "xa-procedure" },
    { path: `${ITEM}/Origin/CountryCode`, use: "O", codeList: "country" },
    { path: `${ITEM}/Packaging/TypeCode`, use: "O", codeList: "package" },
    { path: "GoodsShipment/ExportCountry/ID", use: "O", codeList: "country" },
    { path: "GoodsShipment/Destination/CountryCode", use: "O", codeList: "country" },
  ],
  rules: [
    {
      code: "XA101",
      scope: "item",
      when: { path: "/TypeCode", startsWith: ["IM"] },
      must: { path: "Commodity/InvoiceLine/ItemChargeAmount", exists: true },
      at: "Commodity/InvoiceLine/ItemChargeAmount",
      text: {
        en: "An imported item needs its price.",
        fr: "Un article importé doit avoir un prix.",
        es: "Un artículo importado necesita su precio.",
        ar: "يجب ذكر سعر الصنف المستورد.",
      },
      source: SOURCE,
    },
    {
      code: "XA103",
      scope: "declaration",
      when: { path: "TypeCode", startsWith: ["EX"] },
      must: { path: "GoodsShipment/Destination/CountryCode", exists: true },
      at: "GoodsShipment/Destination/CountryCode",
      text: {
        en: "An export needs its country of destination.",
        fr: "Une exportation doit indiquer son pays de destination.",
        es: "Una exportación necesita su país de destino.",
        ar: "يجب ذكر بلد مقصد الصادرات.",
      },
      source: SOURCE,
    },
  ],
};

export const xaMessages: MessageProfile = {
  country: "XA",
  messages: [
    {
      type: "cancellation",
      namespace: DECLARATION,
      structure: baseStructures.cancellation,
      discriminator: { element: "TypeCode", in: ["INV"] },
    },
    { type: "declaration", namespace: DECLARATION, structure: baseStructures.declaration },
    {
      type: "response",
      namespace: "urn:wco:datamodel:XA:RES:1",
      structure: baseStructures.response,
    },
  ],
  extensions: [],
  informationPackages: [
    declaration,
    completeDeclaration,
    simplifiedDeclaration,
    supplementaryDeclaration,
  ],
  errorTexts,
  codeLists: [demoCountries, currencyCodes, packageCodes, unitCodes, procedures, declarationTypes],
  envelope: {
    structure: envelopeStructure,
    namespace: "urn:wco:datamodel:XA:MetaData:1",
    types: ["declaration", "cancellation", "response"],
  },
  missingNamespaces: "refused",
};
