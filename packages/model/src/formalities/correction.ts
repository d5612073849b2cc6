/** A trader corrects a cleared declaration by itself: disclosed before anybody found it. */
import type { FormalityKind } from "../formality.ts";
import { field } from "./field.ts";
import { questions, refuse, withdraw } from "./steps.ts";
import { STATES, words } from "./words.ts";

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
    field("mrn", "reference", "Declaration", { required: true }),
    field("explanation", "text", "What was wrong and what is right", {
      required: true,
      personal: true,
    }),
    field("difference", "decimal", "Amount to be paid in addition"),
    field("currency", "code", "Currency"),
    field("account", "reference", "Account that pays"),
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
      gives: ["difference"],
      tells: { functionCode: "07" },
      moves: [
        {
          account: "{account}",
          unit: "{currency}",
          amount: "-difference",
          counter: "treasury/duties",
        },
      ],
    },
    refuse(["customs"], ["disclosed", "questioned"]),
    withdraw(["disclosed", "questioned"]),
  ],
  legalReference: "WCO Guidelines for Post-Clearance Audit, voluntary disclosure",
};
