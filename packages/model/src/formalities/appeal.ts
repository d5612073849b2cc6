/** Appeals against any decision, heard by somebody who had no hand in it. */
import type { FormalityKind } from "../formality.ts";
import { field } from "./field.ts";
import { questions, withdraw } from "./steps.ts";
import { STATES, words } from "./words.ts";

export const appeal: FormalityKind = {
  kind: "appeal",
  title: words("Appeal", "Recours", "Recurso", "تظلم"),
  prefix: "APP",
  fields: [
    field(
      "against",
      "reference",
      "Declaration, permit or other formality whose decision is contested",
      {
        required: true,
      },
    ),
    field("decidedOn", "day", "Day of the decision"),
    field("grounds", "text", "Grounds", { required: true, personal: true }),
    field("account", "reference", "Account to be credited if it succeeds"),
    field("refund", "decimal", "Amount to be refunded"),
    field("currency", "code", "Currency of the refund"),
    field("outcome", "code", "Outcome", { oneOf: ["allowed", "partly", "dismissed"] }),
  ],
  states: {
    lodged: { title: words("Lodged", "Déposé", "Presentado", "مقدم") },
    review: { title: words("Under review", "En examen", "En revisión", "قيد المراجعة") },
    questioned: STATES.questioned,
    allowed: { title: words("Allowed", "Accueilli", "Estimado", "مقبول"), closed: true },
    dismissed: { title: words("Dismissed", "Rejeté", "Desestimado", "مرفوض"), closed: true },
    withdrawn: STATES.withdrawn,
  },
  steps: [
    {
      step: "lodge",
      title: words("Lodge", "Déposer", "Presentar", "تقديم"),
      to: "lodged",
      by: ["holder"],
      tells: { functionCode: "02" },
    },
    {
      // Who decided what is contested answers for it, and is thereby known as not independent.
      step: "answerFor",
      title: words(
        "State the office's case",
        "Mémoire du bureau",
        "Alegaciones de la oficina",
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
      gives: ["refund", "currency", "account"],
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
      ],
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
  legalReference: "Revised Kyoto Convention, General Annex, chapter 10",
};
