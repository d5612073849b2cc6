/** What a complete declaration needs beyond a simplified one, and what holds for simplified and supplementary ones. */
import type {
  Condition,
  ConditionalRule,
  InformationPackage,
  LocalisedText,
} from "@customhouse/model";
import { simplified } from "./simplified.ts";

const SOURCE = "demo country XA (fictional)";
const ITEM = "GoodsShipment/GovernmentAgencyGoodsItem";
const original = { path: "FunctionCode", in: ["9"] };

/** Regular and supplementary declarations: all the data. */
export const completeDeclaration: InformationPackage = {
  name: "XA complete declaration",
  messageType: "declaration",
  when: { all: [original, { not: simplified.when }] },
  elements: [{ path: `${ITEM}/Commodity/GoodsMeasure/GrossMassMeasure`, use: "M" }],
  rules: [
    {
      code: "XA102",
      scope: "item",
      when: { path: "/TypeCode", startsWith: ["IM"] },
      must: { path: "Origin/CountryCode", exists: true },
      at: "Origin/CountryCode",
      text: {
        en: "An imported item needs its country of origin.",
        fr: "Un article importé doit indiquer son pays d'origine.",
        es: "Un artículo importado necesita su país de origen.",
        ar: "يجب ذكر بلد منشأ الصنف المستورد.",
      },
      source: SOURCE,
    },
  ],
};

const METHOD = "Commodity/DutyTaxFee/Payment/MethodCode";
const QUOTA = "Commodity/DutyTaxFee/QuotaOrderID";
const PROCEDURE = "GovernmentProcedure/CurrentCode";

function itemRule(code: string, must: Condition, at: string, text: LocalisedText): ConditionalRule {
  return { code, scope: "item", when: { always: true }, must, at, text, source: SOURCE };
}

const homeUse = itemRule("XA104", { path: PROCEDURE, in: ["40"] }, PROCEDURE, {
  en: "Simplified and supplementary declarations are for release for home use.",
  fr: "Les déclarations simplifiées et complémentaires servent à la mise à la consommation.",
  es: "Las declaraciones simplificadas y complementarias son para el despacho a consumo.",
  ar: "البيانات المبسطة والتكميلية مخصصة للإفراج للاستهلاك المحلي.",
});

/** Origin, mass and the claim on a quota are left for later; the price may be an estimate, and the debt is secured. */
export const simplifiedDeclaration: InformationPackage = {
  name: "XA simplified declaration",
  messageType: "declaration",
  when: { all: [original, simplified.when] },
  elements: [
    { path: "ObligationGuarantee", use: "M" },
    { path: "ObligationGuarantee/ReferenceID", use: "M" },
    { path: `${ITEM}/Commodity/DutyTaxFee`, use: "M" },
    { path: `${ITEM}/Commodity/DutyTaxFee/Payment/MethodCode`, use: "M" },
  ],
  rules: [
    homeUse,
    itemRule("XA105", { not: { path: METHOD, matches: "^[^ES]" } }, METHOD, {
      en: "A simplified declaration is secured on an account: method E or S.",
      fr: "Une déclaration simplifiée est garantie sur un compte : mode E ou S.",
      es: "Una declaración simplificada se garantiza en una cuenta: modo E o S.",
      ar: "يُضمن البيان المبسط على حساب: الطريقة E أو S.",
    }),
    itemRule("XA106", { path: QUOTA, exists: false }, QUOTA, {
      en: "A quota is claimed by the supplementary declaration.",
      fr: "Un contingent est demandé par la déclaration complémentaire.",
      es: "Un contingente se solicita en la declaración complementaria.",
      ar: "تُطلب الحصة في البيان التكميلي.",
    }),
  ],
};

export const supplementaryDeclaration: InformationPackage = {
  name: "XA supplementary declaration",
  messageType: "declaration",
  when: { all: [original, { path: "TypeCode", matches: "^..[YZ]$" }] },
  elements: [],
  rules: [homeUse],
};
