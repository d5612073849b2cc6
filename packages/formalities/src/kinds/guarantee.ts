/** Guarantees, deferment and cash accounts: what secures or pays a debt, each an account of the ledger. */

import type { Register } from "@customhouse/model";
import { words } from "@customhouse/model";
import type { Kind } from "../behaviour/behaviour.ts";
import { text } from "../behaviour/behaviour.ts";
import { field, VALID_FROM, VALID_TO, VALIDITY } from "../definition/field.ts";
import { STATES } from "../definition/states.ts";
import { refuse, suspension } from "../definition/steps.ts";
import type { Formality } from "../machine/state.ts";

const MONEY = { account: "{number}", unit: "{currency}" } as const;

export const guarantee: Kind = {
  kind: "guarantee",
  account: { prefix: "", use: { fact: "use" } },
  behaviour: {
    register: (formality, inForce) => (inForce ? { accounts: [accountOf(formality)] } : {}),
  },
  title: {
    en: "Guarantee or account",
    fr: "Garantie ou compte",
    es: "Garantía o cuenta",
    ar: "ضمان أو حساب",
  },
  prefix: "GUA",
  fields: [
    field("use", "code", words("What it is", "Nature", "Naturaleza", "ماهيته"), {
      required: true,
      oneOf: ["guarantee", "deferment", "cash"],
    }),
    field("amount", "decimal", words("Amount", "Montant", "Importe", "المبلغ"), { required: true }),
    field("currency", "code", words("Currency", "Monnaie", "Moneda", "العملة"), { required: true }),
    field(
      "overdraft",
      "decimal",
      words(
        "How far below zero it may fall",
        "Découvert admis",
        "Descubierto admitido",
        "حد السحب على المكشوف",
      ),
    ),
    field(
      "securedBy",
      "reference",
      words(
        "Guarantee that bears a share of what is deferred",
        "Garantie qui couvre une part du report",
        "Garantía que cubre una parte del aplazamiento",
        "الضمان الذي يغطي جزءا من المبلغ المؤجل",
      ),
    ),
    field("guarantor", "tin", words("Guarantor", "Caution", "Fiador", "الضامن")),
    field("change", "decimal", words("By how much", "De combien", "En cuánto", "مقدار التغيير")),
    field("terms", "text", words("Terms", "Modalités", "Condiciones", "الأحكام"), {
      personal: true,
    }),
    VALID_FROM,
    VALID_TO,
  ],
  states: {
    offered: { title: { en: "Offered", fr: "Offert", es: "Ofrecido", ar: "معروض" } },
    active: { title: { en: "Active", fr: "Active", es: "Activa", ar: "نشط" }, inForce: true },
    suspended: { title: { en: "Suspended", fr: "Suspendue", es: "Suspendida", ar: "معلق" } },
    refused: STATES.refused,
    ended: { title: { en: "Ended", fr: "Terminée", es: "Terminada", ar: "منتهٍ" }, closed: true },
  },
  steps: [
    {
      step: "offer",
      title: { en: "Offer", fr: "Offrir", es: "Ofrecer", ar: "عرض" },
      to: "offered",
      by: ["holder"],
      tells: { functionCode: "02" },
    },
    {
      step: "accept",
      title: { en: "Accept", fr: "Accepter", es: "Aceptar", ar: "قبول" },
      from: ["offered"],
      to: "active",
      by: ["customs"],
      gives: ["amount", "overdraft", "securedBy", "validFrom", "validTo"],
      tells: { functionCode: "11", statusCode: "39" },
      moves: [{ ...MONEY, amount: "amount", counter: "outside/guarantee", mayOwe: "overdraft" }],
    },
    refuse(["customs"], ["offered"]),
    {
      step: "increase",
      title: { en: "Increase", fr: "Augmenter", es: "Aumentar", ar: "زيادة" },
      from: ["active", "suspended"],
      by: ["customs", "system"],
      needs: ["change"],
      moves: [{ ...MONEY, amount: "change", counter: "outside/guarantee" }],
    },
    {
      step: "decrease",
      title: { en: "Decrease", fr: "Réduire", es: "Reducir", ar: "تخفيض" },
      from: ["active", "suspended"],
      by: ["customs"],
      needs: ["change"],
      moves: [{ ...MONEY, amount: "-change", counter: "outside/guarantee" }],
    },
    ...suspension(["customs"], "active"),
    {
      step: "end",
      title: { en: "End", fr: "Terminer", es: "Terminar", ar: "إنهاء" },
      from: ["active", "suspended"],
      to: "ended",
      by: ["customs", "system"],
      tells: { functionCode: "10" },
    },
  ],
  clocks: [{ in: ["active", "suspended"], on: "validTo", step: "end" }],
  validity: VALIDITY,
  seenBy: ["guarantor"],
  legalReference: "Revised Kyoto Convention, General Annex, chapter 5",
};

function accountOf({ number, holder, facts }: Formality): Register["accounts"][number] {
  const securedBy = text(facts, "securedBy");
  return {
    account: number,
    kind: (text(facts, "use") ?? "guarantee") as "guarantee",
    holder,
    // The ledger knows; this was what it opened with.
    balanceMinor: "0",
    ...(securedBy === undefined ? {} : { securedBy }),
  };
}
