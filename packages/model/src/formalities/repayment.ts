/** Repayment claims: too much was paid, and goes back to an account of the claimant. */
import type { FormalityKind } from "../formality.ts";
import { field } from "./field.ts";
import { questions, refuse, withdraw } from "./steps.ts";
import { STATES, words } from "./words.ts";

export const repayment: FormalityKind = {
  kind: "repayment",
  title: words(
    "Repayment claim",
    "Demande de remboursement",
    "Solicitud de devolución",
    "طلب استرداد",
  ),
  prefix: "REP",
  fields: [
    field("mrn", "reference", "Declaration", { required: true }),
    field("ground", "code", "Ground", {
      required: true,
      oneOf: ["overcharged", "defective", "error", "equity", "returned"],
    }),
    field("amount", "decimal", "Amount claimed", { required: true }),
    field("currency", "code", "Currency", { required: true }),
    field("account", "reference", "Account to be credited", { required: true }),
    field("granted", "decimal", "Amount granted"),
    field("interest", "decimal", "Interest granted"),
    field("explanation", "text", "What happened", { personal: true }),
  ],
  states: {
    applied: STATES.applied,
    questioned: STATES.questioned,
    proposed: { title: words("Proposed", "Proposé", "Propuesto", "مقترح") },
    repaid: { title: words("Repaid", "Remboursé", "Devuelto", "مسترد"), closed: true },
    refused: STATES.refused,
    withdrawn: STATES.withdrawn,
  },
  steps: [
    {
      step: "claim",
      title: words("Claim", "Demander", "Solicitar", "تقديم الطلب"),
      to: "applied",
      by: ["holder"],
      tells: { functionCode: "02" },
    },
    ...questions(["customs"], ["applied"], "applied", ["explanation"]),
    {
      step: "propose",
      title: words("Propose", "Proposer", "Proponer", "اقتراح"),
      from: ["applied"],
      to: "proposed",
      by: ["customs"],
      needs: ["granted"],
      gives: ["interest"],
      words: "allowed",
    },
    {
      // Money leaves only under four eyes.
      step: "repay",
      title: words("Repay", "Rembourser", "Devolver", "رد المبلغ"),
      from: ["proposed"],
      to: "repaid",
      by: ["customs"],
      notWhoTook: ["propose"],
      tells: { functionCode: "11", statusCode: "39" },
      moves: [
        {
          account: "{account}",
          unit: "{currency}",
          amount: "granted",
          counter: "treasury/repayment",
        },
        {
          account: "{account}",
          unit: "{currency}",
          amount: "interest",
          counter: "treasury/interest",
        },
      ],
    },
    refuse(["customs"], ["applied", "questioned", "proposed"]),
    withdraw(["applied", "questioned"]),
  ],
  legalReference: "Revised Kyoto Convention, General Annex, standards 4.18 to 4.24",
};
