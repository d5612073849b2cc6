/** Repayment claims: too much was paid, and goes back to an account of the claimant. */
import { type FormalityKind, words } from "@customhouse/model";
import { field } from "../definition/field.ts";
import { INTEREST_FIELDS, interest, interestGiven } from "../definition/interest-fields.ts";
import { STATES } from "../definition/states.ts";
import { questions, refuse, withdraw } from "../definition/steps.ts";

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
    field("mrn", "reference", words("Declaration", "Déclaration", "Declaración", "البيان"), {
      required: true,
    }),
    field("ground", "code", words("Ground", "Motif", "Motivo", "السبب"), {
      required: true,
      oneOf: ["overcharged", "defective", "error", "equity", "returned"],
    }),
    field(
      "amount",
      "decimal",
      words("Amount claimed", "Montant demandé", "Importe solicitado", "المبلغ المطالب به"),
      { required: true },
    ),
    field("currency", "code", words("Currency", "Monnaie", "Moneda", "العملة"), { required: true }),
    field(
      "account",
      "reference",
      words(
        "Account to be credited",
        "Compte à créditer",
        "Cuenta que se abona",
        "الحساب المراد قيده",
      ),
      { required: true },
    ),
    field(
      "granted",
      "decimal",
      words("Amount granted", "Montant accordé", "Importe concedido", "المبلغ الممنوح"),
    ),
    field(
      "paidOn",
      "day",
      words("Day on which it was paid", "Date du paiement", "Fecha de pago", "يوم الدفع"),
    ),
    ...INTEREST_FIELDS,
    field(
      "explanation",
      "text",
      words("What happened", "Ce qui s'est passé", "Lo ocurrido", "ما حدث"),
      { personal: true },
    ),
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
      withoutRegistration: true,
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
      gives: ["paidOn"],
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
      computes: [interest("repayment", "granted", "paidOn")],
      tells: { functionCode: "11", statusCode: "39" },
      moves: [
        {
          account: "{account}",
          unit: "{currency}",
          amount: "granted",
          counter: "treasury/repayment",
        },
        interestGiven("{account}"),
      ],
    },
    refuse(["customs"], ["applied", "questioned", "proposed"]),
    withdraw(["applied", "questioned"]),
  ],
  legalReference: "Revised Kyoto Convention, General Annex, standards 4.18 to 4.24",
};
