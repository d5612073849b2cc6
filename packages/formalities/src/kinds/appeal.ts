/** Appeals against any decision, heard by somebody who had no hand in it. */
import { words } from "@customhouse/model";
import type { Kind } from "../behaviour/behaviour.ts";
import { field } from "../definition/field.ts";
import { INTEREST_FIELDS, interest, interestGiven } from "../definition/interest-fields.ts";
import { LABELS } from "../definition/labels.ts";
import { STATES } from "../definition/states.ts";
import { questions, withdraw } from "../definition/steps.ts";
import { carryOut } from "./appeal-behaviour.ts";

export const appeal: Kind = {
  kind: "appeal",
  behaviour: { whenClockStrikes: { carryOut } },
  title: words("Appeal", "Recours", "Recurso", "تظلم"),
  prefix: "APP",
  fields: [
    field(
      "against",
      "reference",
      words(
        "Declaration, permit or other formality whose decision is contested",
        "Déclaration, permis ou autre formalité dont la décision est contestée",
        "Declaración, permiso u otra formalidad cuya decisión se recurre",
        "البيان أو الإذن أو المعاملة المطعون في قرارها",
      ),
      {
        required: true,
      },
    ),
    field(
      "decidedOn",
      "day",
      words("Day of the decision", "Date de la décision", "Fecha de la decisión", "يوم القرار"),
    ),
    field("grounds", "text", words("Grounds", "Moyens", "Fundamentos", "الأسباب"), {
      required: true,
      personal: true,
    }),
    field(
      "account",
      "reference",
      words(
        "Account to be credited if it succeeds",
        "Compte à créditer en cas de succès",
        "Cuenta que se abona si prospera",
        "الحساب المراد قيده عند القبول",
      ),
    ),
    field(
      "refund",
      "decimal",
      words(
        "Amount to be refunded",
        "Montant à rembourser",
        "Importe por devolver",
        "المبلغ الواجب رده",
      ),
    ),
    field(
      "currency",
      "code",
      words(
        "Currency of the refund",
        "Monnaie du remboursement",
        "Moneda de la devolución",
        "عملة الاسترداد",
      ),
    ),
    field(
      "paidOn",
      "day",
      words("Day on which it was paid", "Date du paiement", "Fecha de pago", "يوم الدفع"),
    ),
    ...INTEREST_FIELDS,
    field(
      "restoreQuota",
      "flag",
      words(
        "The quota gets back what the declaration used",
        "Le contingent récupère ce que la déclaration a utilisé",
        "El contingente recupera lo que usó la declaración",
        "تسترد الحصة ما استعمله البيان",
      ),
    ),
    field(
      "correctedLabel",
      "code",
      words(
        "What the case is, for the learning loop",
        "Ce qu'est le cas, pour l'apprentissage",
        "Qué es el caso, para el aprendizaje",
        "تصنيف الحالة للتعلم",
      ),
      { oneOf: LABELS, label: "restricted" },
    ),
    field(
      "correctedLane",
      "code",
      words(
        "The lane that would have been right",
        "Le circuit qui aurait convenu",
        "El canal que habría correspondido",
        "المسار الصحيح",
      ),
      { oneOf: ["green", "blue", "yellow", "red"], label: "enforcement" },
    ),
    field(
      "effects",
      "codes",
      words("What followed", "Suites données", "Consecuencias", "ما ترتب عليه"),
      { computed: true },
    ),
    field("outcome", "code", words("Outcome", "Issue", "Resultado", "النتيجة"), {
      oneOf: ["allowed", "partly", "dismissed"],
    }),
  ],
  states: {
    lodged: { title: words("Lodged", "Déposé", "Presentado", "مقدم") },
    review: { title: words("Under review", "En examen", "En revisión", "قيد المراجعة") },
    questioned: STATES.questioned,
    allowed: { title: words("Allowed", "Accueilli", "Estimado", "مقبول") },
    carriedOut: { title: words("Carried out", "Exécuté", "Ejecutado", "منفذ"), closed: true },
    dismissed: { title: words("Dismissed", "Rejeté", "Desestimado", "مرفوض"), closed: true },
    withdrawn: STATES.withdrawn,
  },
  steps: [
    {
      step: "lodge",
      title: words("Lodge", "Déposer", "Presentar", "تقديم"),
      to: "lodged",
      by: ["holder"],
      withoutRegistration: true,
      tells: { functionCode: "02" },
    },
    {
      // Who decided what is contested answers for it, and is thereby known as not independent.
      step: "answerFor",
      title: words(
        "State the office's case",
        "Mémoire du bureau",
        "Alegaciones de la aduana",
        "رد المكتب",
      ),
      from: ["lodged", "review"],
      by: ["customs"],
      words: "needed",
    },
    {
      step: "open",
      title: words("Open the review", "Ouvrir l'examen", "Abrir la revisión", "فتح المراجعة"),
      from: ["lodged"],
      to: "review",
      by: ["customs"],
      notWhoTook: ["answerFor"],
      tells: { functionCode: "01" },
    },
    ...questions(["customs"], ["review"], "review", ["grounds"]),
    {
      step: "allow",
      title: words("Allow", "Accueillir", "Estimar", "قبول"),
      from: ["review"],
      to: "allowed",
      by: ["customs"],
      notWhoTook: ["answerFor"],
      needs: ["outcome"],
      gives: [
        "refund",
        "currency",
        "account",
        "paidOn",
        "restoreQuota",
        "correctedLabel",
        "correctedLane",
      ],
      computes: [interest("repayment", "refund", "paidOn")],
      words: "needed",
      if: [{ fact: "outcome", in: ["allowed", "partly"] }],
      tells: { functionCode: "11", statusCode: "39" },
      moves: [
        {
          account: "{account}",
          unit: "{currency}",
          amount: "refund",
          counter: "treasury/repayment",
        },
        interestGiven("{account}"),
      ],
    },
    {
      // What was decided reaches the declaration, offence or audit that was contested.
      step: "carryOut",
      title: words("Carry out", "Exécuter", "Ejecutar", "تنفيذ"),
      from: ["allowed"],
      to: "carriedOut",
      by: ["system"],
      tells: { functionCode: "09" },
    },
    {
      step: "dismiss",
      title: words("Dismiss", "Rejeter", "Desestimar", "رفض"),
      from: ["review"],
      to: "dismissed",
      by: ["customs"],
      notWhoTook: ["answerFor"],
      words: "needed",
      sets: { outcome: "dismissed" },
      tells: { functionCode: "11", statusCode: "41" },
    },
    withdraw(["lodged", "review", "questioned"]),
  ],
  clocks: [{ in: ["allowed"], days: 0, step: "carryOut" }],
  legalReference: "Revised Kyoto Convention, General Annex, chapter 10",
};
