/** Offences: goods seized, a penalty proposed, the person heard, decided by another officer, paid or dropped. */
import type { FormalityKind } from "../formality.ts";
import { field } from "./field.ts";
import { words } from "./words.ts";

export const offence: FormalityKind = {
  kind: "offence",
  title: words("Offence", "Infraction", "Infracción", "مخالفة"),
  prefix: "OFF",
  fields: [
    field("mrn", "reference", "Declaration or consignment"),
    field("label", "code", "What it is, also for the learning loop", {
      required: true,
      oneOf: [
        "undeclared",
        "undervaluation",
        "misclassification",
        "origin",
        "prohibited",
        "document",
      ],
    }),
    field("seized", "references", "Seized goods"),
    field("penalty", "decimal", "Penalty"),
    field("currency", "code", "Currency"),
    field("account", "reference", "Account that pays"),
    field("goods", "code", "What happens to the goods", {
      oneOf: ["returned", "forfeited", "destroyed", "none"],
    }),
  ],
  states: {
    reported: { title: words("Reported", "Constatée", "Denunciada", "مبلغ عنها") },
    seized: {
      title: words("Goods seized", "Marchandises saisies", "Mercancías incautadas", "بضائع محجوزة"),
    },
    proposed: {
      title: words("Penalty proposed", "Pénalité proposée", "Sanción propuesta", "عقوبة مقترحة"),
    },
    imposed: {
      title: words("Penalty imposed", "Pénalité imposée", "Sanción impuesta", "عقوبة مفروضة"),
    },
    settled: { title: words("Settled", "Réglée", "Liquidada", "مسواة"), closed: true },
    dropped: { title: words("Dropped", "Classée", "Archivada", "محفوظة"), closed: true },
  },
  steps: [
    {
      step: "report",
      title: words("Report", "Constater", "Denunciar", "تبليغ"),
      to: "reported",
      by: ["customs"],
    },
    {
      step: "seize",
      title: words("Seize goods", "Saisir", "Incautar", "حجز"),
      from: ["reported"],
      to: "seized",
      by: ["customs"],
      needs: ["seized"],
      words: "needed",
      tells: { functionCode: "52" },
    },
    {
      step: "propose",
      title: words(
        "Propose a penalty",
        "Proposer une pénalité",
        "Proponer sanción",
        "اقتراح عقوبة",
      ),
      from: ["reported", "seized"],
      to: "proposed",
      by: ["customs"],
      needs: ["penalty", "currency"],
      words: "needed",
      tells: { functionCode: "51" },
    },
    {
      step: "answer",
      title: words("Be heard", "Être entendu", "Alegar", "إبداء الدفاع"),
      from: ["proposed"],
      by: ["holder"],
      words: "needed",
    },
    {
      step: "impose",
      title: words("Impose", "Imposer", "Imponer", "فرض"),
      from: ["proposed"],
      to: "imposed",
      by: ["customs"],
      notWhoTook: ["report", "propose"],
      gives: ["penalty", "goods"],
      words: "needed",
      tells: { functionCode: "13" },
    },
    {
      step: "settle",
      title: words("Pay", "Payer", "Pagar", "دفع"),
      from: ["imposed"],
      to: "settled",
      by: ["holder"],
      needs: ["account"],
      tells: { functionCode: "09" },
      moves: [
        {
          account: "{account}",
          unit: "{currency}",
          amount: "-penalty",
          counter: "treasury/penalties",
        },
      ],
    },
    {
      step: "drop",
      title: words("Drop", "Classer", "Archivar", "حفظ"),
      from: ["reported", "seized", "proposed", "imposed"],
      to: "dropped",
      by: ["customs"],
      notWhoTook: ["report"],
      gives: ["goods"],
      words: "needed",
      tells: { functionCode: "10" },
    },
  ],
  legalReference: "Revised Kyoto Convention, Specific Annex H, chapter 1",
};
