/** Licences, permits, certificates and others (LPCO), from application to the end of their life. */
import type { FormalityKind } from "../formality.ts";
import { field, VALID_FROM, VALID_TO, VALIDITY } from "./field.ts";
import { expire, questions, refuse, revoke, suspension, withdraw } from "./steps.ts";
import { STATES } from "./words.ts";

const ALIVE = ["issued", "suspended"];

export const permit: FormalityKind = {
  kind: "permit",
  title: {
    en: "Licence, permit or certificate",
    fr: "Licence, permis ou certificat",
    es: "Licencia, permiso o certificado",
    ar: "رخصة أو تصريح أو شهادة",
  },
  prefix: "LPC",
  fields: [
    field("documentType", "code", "Type of document, as declared on the goods item", {
      required: true,
    }),
    field("agency", "code", "Regulatory agency", { required: true }),
    field("commodities", "commodities", "Commodity codes or their beginnings", { required: true }),
    field("origins", "codes", "Countries of origin; none: any"),
    field("direction", "code", "Import or export", { oneOf: ["import", "export"] }),
    field("quantity", "decimal", "Quantity"),
    field("unit", "code", "Unit of the quantity, for example KGM, or a currency for a value"),
    field("addedQuantity", "decimal", "Quantity added"),
    field("purpose", "text", "What the goods are for", { personal: true }),
    field("conditions", "text", "Conditions", { personal: true }),
    VALID_FROM,
    VALID_TO,
  ],
  states: {
    applied: STATES.applied,
    questioned: STATES.questioned,
    issued: { title: { en: "Issued", fr: "Délivré", es: "Emitido", ar: "صادر" }, inForce: true },
    suspended: { title: { en: "Suspended", fr: "Suspendu", es: "Suspendido", ar: "معلق" } },
    revoked: STATES.revoked,
    expired: { title: { en: "Expired", fr: "Expiré", es: "Vencido", ar: "منتهٍ" } },
    refused: STATES.refused,
    withdrawn: STATES.withdrawn,
  },
  steps: [
    {
      step: "apply",
      title: { en: "Apply", fr: "Demander", es: "Solicitar", ar: "تقديم الطلب" },
      to: "applied",
      by: ["holder"],
      tells: { functionCode: "02" },
    },
    ...questions(["agency"], ["applied"], "applied", ["quantity", "unit", "purpose"]),
    {
      step: "issue",
      title: { en: "Issue", fr: "Délivrer", es: "Emitir", ar: "إصدار" },
      from: ["applied"],
      to: "issued",
      by: ["agency"],
      needs: ["validFrom", "validTo"],
      gives: ["commodities", "origins", "quantity", "unit", "conditions"],
      tells: { functionCode: "11", statusCode: "39" },
      moves: [
        {
          account: "lpco/{number}",
          unit: "{unit}",
          amount: "quantity",
          counter: "outside/lpco",
        },
      ],
    },
    refuse(["agency"], ["applied", "questioned"]),
    withdraw(["applied", "questioned"]),
    {
      step: "amend",
      title: { en: "Amend", fr: "Modifier", es: "Modificar", ar: "تعديل" },
      from: ALIVE,
      by: ["agency"],
      gives: ["commodities", "origins", "conditions", "validTo"],
      words: "allowed",
      tells: { functionCode: "07" },
    },
    {
      step: "addQuantity",
      title: { en: "Add quantity", fr: "Ajouter", es: "Añadir cantidad", ar: "إضافة كمية" },
      from: ALIVE,
      by: ["agency"],
      needs: ["addedQuantity"],
      if: [{ fact: "unit", given: true }],
      tells: { functionCode: "07" },
      moves: [
        {
          account: "lpco/{number}",
          unit: "{unit}",
          amount: "addedQuantity",
          counter: "outside/lpco",
        },
      ],
    },
    {
      step: "renew",
      title: { en: "Renew", fr: "Renouveler", es: "Renovar", ar: "تجديد" },
      from: [...ALIVE, "expired"],
      to: "issued",
      by: ["agency"],
      needs: ["validTo"],
      tells: { functionCode: "07" },
    },
    ...suspension(["agency"], "issued"),
    revoke(["agency"], ALIVE),
    expire(ALIVE, { functionCode: "10" }),
  ],
  clocks: [{ in: ALIVE, on: "validTo", step: "expire" }],
  validity: VALIDITY,
  agency: "agency",
  verifiable: true,
  legalReference: "WCO Data Model, LPCO information package",
};
