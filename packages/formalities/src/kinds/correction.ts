/** A trader corrects a cleared declaration by itself: disclosed before anybody found it. */
import { type FormalityKind, words } from "@customhouse/model";
import { field } from "../definition/field.ts";
import {
  INTEREST_FIELDS,
  INTEREST_WAIVED,
  interest,
  interestPaid,
} from "../definition/interest-fields.ts";
import { STATES } from "../definition/states.ts";
import { questions, refuse, withdraw } from "../definition/steps.ts";

export const correction: FormalityKind = {
  kind: "correction",
  title: words(
    "Post-clearance correction",
    "Correction a posteriori",
    "Corrección posterior",
    "تصحيح لاحق",
  ),
  prefix: "COR",
  fields: [
    field("mrn", "reference", words("Declaration", "Déclaration", "Declaración", "البيان"), {
      required: true,
    }),
    field(
      "explanation",
      "text",
      words(
        "What was wrong and what is right",
        "Ce qui était faux et ce qui est juste",
        "Lo que estaba mal y lo correcto",
        "الخطأ والصواب",
      ),
      {
        required: true,
        personal: true,
      },
    ),
    field(
      "difference",
      "decimal",
      words(
        "Amount to be paid in addition",
        "Montant à payer en plus",
        "Importe adicional por pagar",
        "المبلغ الإضافي المستحق",
      ),
    ),
    field("currency", "code", words("Currency", "Monnaie", "Moneda", "العملة")),
    field(
      "dueOn",
      "day",
      words(
        "Day on which the debt was due",
        "Jour d'exigibilité de la dette",
        "Día en que venció la deuda",
        "يوم استحقاق الدين",
      ),
    ),
    field(
      "account",
      "reference",
      words("Account that pays", "Compte débité", "Cuenta que paga", "الحساب الدافع"),
    ),
    INTEREST_WAIVED,
    ...INTEREST_FIELDS,
  ],
  states: {
    disclosed: { title: words("Disclosed", "Déclarée", "Declarada", "مفصح عنه") },
    questioned: STATES.questioned,
    accepted: { title: words("Accepted", "Acceptée", "Aceptada", "مقبول"), closed: true },
    refused: STATES.refused,
    withdrawn: STATES.withdrawn,
  },
  steps: [
    {
      step: "disclose",
      title: words("Disclose", "Déclarer", "Declarar", "إفصاح"),
      to: "disclosed",
      by: ["holder"],
      withoutRegistration: true,
      tells: { functionCode: "02" },
    },
    ...questions(["customs"], ["disclosed"], "disclosed", [
      "explanation",
      "difference",
      "account",
      "currency",
    ]),
    {
      step: "accept",
      title: words("Accept", "Accepter", "Aceptar", "قبول"),
      from: ["disclosed"],
      to: "accepted",
      by: ["customs"],
      gives: ["difference", "dueOn", "interestWaived"],
      computes: [interest("late", "difference", "dueOn", "interestWaived")],
      tells: { functionCode: "07" },
      moves: [
        {
          account: "{account}",
          unit: "{currency}",
          amount: "-difference",
          counter: "treasury/duties",
        },
        interestPaid("{account}"),
      ],
    },
    refuse(["customs"], ["disclosed", "questioned"]),
    withdraw(["disclosed", "questioned"]),
  ],
  legalReference: "WCO Guidelines for Post-Clearance Audit, voluntary disclosure",
};
