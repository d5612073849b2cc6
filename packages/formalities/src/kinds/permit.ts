/** Licences, permits, certificates and others (LPCO), from application to the end of their life. */
import {
  type ComputedFact,
  type FormalityKind,
  type FormalityStep,
  type LedgerMove,
  words,
} from "@customhouse/model";
import { field, VALID_FROM, VALID_TO, VALIDITY } from "../definition/field.ts";
import { STATES } from "../definition/states.ts";
import {
  APPLY,
  expire,
  questions,
  refuse,
  revoke,
  suspension,
  withdraw,
} from "../definition/steps.ts";

const ALIVE = ["issued", "suspended"];
const BALANCE = { account: "lpco/{number}", unit: "{unit}" } as const;
/** The account for the balance of a permit that has ended, kept under its number so that it can be restored in full. */
const ENDED = { account: "outside/lpco-ended/{number}", unit: "{unit}" } as const;

interface Moving {
  readonly computes: readonly ComputedFact[];
  readonly moves: readonly LedgerMove[];
}

/** Whatever is left leaves the account, so that no permit out of force holds a balance. */
const BALANCE_ENDS: Moving = {
  computes: [{ fact: "endedBalance", balance: BALANCE }],
  moves: [{ ...BALANCE, amount: "-endedBalance", counter: ENDED.account }],
};
const BALANCE_RETURNS: Moving = {
  computes: [{ fact: "returnedBalance", balance: ENDED }],
  moves: [{ ...BALANCE, amount: "returnedBalance", counter: ENDED.account }],
};

/** Out of force for a time, and back. */
const suspensionWithBalance = suspension(["agency"], "issued").map((step) => ({
  ...step,
  ...(step.step === "suspend" ? BALANCE_ENDS : BALANCE_RETURNS),
}));

/** A revocation that was wrong is undone by somebody else than who revoked. */
const reinstate: FormalityStep = {
  step: "reinstate",
  title: words(
    "Lift the revocation",
    "Annuler la révocation",
    "Levantar la revocación",
    "رفع الإلغاء",
  ),
  from: ["revoked"],
  to: "issued",
  by: ["agency"],
  notWhoTook: ["revoke"],
  words: "needed",
  tells: { functionCode: "07" },
  ...BALANCE_RETURNS,
};

/** A declaration that was cancelled gave back to a permit that had ended meanwhile. */
const sweep: FormalityStep = {
  step: "sweep",
  title: words(
    "Take over what came back late",
    "Reprendre ce qui est revenu tard",
    "Recoger lo devuelto tarde",
    "استلام ما أعيد متأخرا",
  ),
  from: ["suspended", "revoked", "expired"],
  by: ["system"],
  ...BALANCE_ENDS,
};

export const permit: FormalityKind = {
  kind: "permit",
  roles: ["lpco"],
  account: { prefix: "lpco/", use: "permit", emptiedBy: "sweep" },
  title: {
    en: "Licence, permit or certificate",
    fr: "Licence, permis ou certificat",
    es: "Licencia, permiso o certificado",
    ar: "رخصة أو إذن أو شهادة",
  },
  prefix: "LPC",
  fields: [
    field(
      "documentType",
      "code",
      words(
        "Type of document, as declared on the goods item",
        "Type de document, tel que déclaré sur l'article",
        "Tipo de documento, tal como se declara en el artículo",
        "نوع المستند كما يصرح به في الصنف",
      ),
      {
        required: true,
      },
    ),
    field(
      "agency",
      "code",
      words(
        "Regulatory agency",
        "Organisme de réglementation",
        "Organismo regulador",
        "الجهة الرقابية",
      ),
      { required: true },
    ),
    field(
      "commodities",
      "commodities",
      words(
        "Commodity codes or their beginnings",
        "Codes marchandise ou leurs débuts",
        "Códigos de mercancía o sus comienzos",
        "رموز السلع أو بداياتها",
      ),
      { required: true },
    ),
    field(
      "origins",
      "codes",
      words(
        "Countries of origin; none: any",
        "Pays d'origine ; rien : tous",
        "Países de origen; nada: todos",
        "بلدان المنشأ؛ إن لم تذكر فأي بلد",
      ),
    ),
    field(
      "direction",
      "code",
      words(
        "Import or export",
        "Importation ou exportation",
        "Importación o exportación",
        "استيراد أو تصدير",
      ),
      { oneOf: ["import", "export"] },
    ),
    field("quantity", "decimal", words("Quantity", "Quantité", "Cantidad", "الكمية")),
    field(
      "unit",
      "code",
      words(
        "Unit of the quantity, for example KGM, or a currency for a value",
        "Unité de la quantité, par exemple KGM, ou monnaie pour une valeur",
        "Unidad de la cantidad, por ejemplo KGM, o moneda para un valor",
        "وحدة الكمية، مثل KGM، أو عملة للقيمة",
      ),
    ),
    field(
      "addedQuantity",
      "decimal",
      words("Quantity added", "Quantité ajoutée", "Cantidad añadida", "الكمية المضافة"),
    ),
    field(
      "endedBalance",
      "decimal",
      words("Balance withdrawn", "Solde retiré", "Saldo retirado", "الرصيد المسحوب"),
      {
        computed: true,
      },
    ),
    field(
      "returnedBalance",
      "decimal",
      words("Balance given back", "Solde rendu", "Saldo devuelto", "الرصيد المعاد"),
      { computed: true },
    ),
    field(
      "purpose",
      "text",
      words(
        "What the goods are for",
        "Usage des marchandises",
        "Uso de las mercancías",
        "الغرض من البضائع",
      ),
      { personal: true },
    ),
    field("conditions", "text", words("Conditions", "Conditions", "Condiciones", "الشروط"), {
      personal: true,
    }),
    VALID_FROM,
    VALID_TO,
  ],
  states: {
    applied: STATES.applied,
    questioned: STATES.questioned,
    issued: { title: { en: "Issued", fr: "Délivré", es: "Emitido", ar: "صادر" }, inForce: true },
    suspended: { title: { en: "Suspended", fr: "Suspendu", es: "Suspendido", ar: "معلق" } },
    revoked: { title: STATES.revoked.title },
    expired: { title: { en: "Expired", fr: "Expiré", es: "Vencido", ar: "منتهٍ" } },
    refused: STATES.refused,
    withdrawn: STATES.withdrawn,
  },
  steps: [
    APPLY,
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
      moves: [{ ...BALANCE, amount: "quantity", counter: "outside/lpco" }],
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
      title: {
        en: "Add quantity",
        fr: "Ajouter une quantité",
        es: "Añadir cantidad",
        ar: "إضافة كمية",
      },
      from: ALIVE,
      by: ["agency"],
      needs: ["addedQuantity"],
      if: [{ fact: "unit", given: true }],
      tells: { functionCode: "07" },
      moves: [{ ...BALANCE, amount: "addedQuantity", counter: "outside/lpco" }],
    },
    {
      step: "renew",
      title: { en: "Renew", fr: "Renouveler", es: "Renovar", ar: "تجديد" },
      from: [...ALIVE, "expired"],
      to: "issued",
      by: ["agency"],
      needs: ["validTo"],
      tells: { functionCode: "07" },
      ...BALANCE_RETURNS,
    },
    ...suspensionWithBalance,
    { ...revoke(["agency"], ALIVE), ...BALANCE_ENDS },
    reinstate,
    sweep,
    { ...expire(ALIVE, { functionCode: "10" }), ...BALANCE_ENDS },
  ],
  clocks: [{ in: ALIVE, on: "validTo", step: "expire" }],
  validity: VALIDITY,
  agency: "agency",
  verifiable: true,
  legalReference: "WCO Data Model, LPCO information package",
};
