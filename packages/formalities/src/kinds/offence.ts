/** Offences: goods seized, a penalty proposed, the person heard, decided by another officer, paid or dropped. */
import { type FormalityKind, words } from "@customhouse/model";
import { field } from "../definition/field.ts";
import { PAYMENT_FIELDS } from "../definition/field-groups.ts";
import { interest, interestPaid } from "../definition/interest-fields.ts";
import { OFFENCE_LABELS } from "../definition/labels.ts";
import { ANNULLED, correctedByAppeal, RELABELLED } from "../definition/steps.ts";

export const offence: FormalityKind = {
  kind: "offence",
  outcomes: [{ step: "impose", label: "label", source: "offence" }, ANNULLED],
  title: words("Offence", "Infraction", "Infracción", "مخالفة"),
  prefix: "OFF",
  fields: [
    field(
      "mrn",
      "reference",
      words(
        "Declaration or consignment",
        "Déclaration ou envoi",
        "Declaración o envío",
        "البيان أو الإرسالية",
      ),
    ),
    field(
      "label",
      "code",
      words(
        "What it is, also for the learning loop",
        "Nature, aussi pour l'apprentissage",
        "Naturaleza, también para el aprendizaje",
        "نوع المخالفة، وللتعلم أيضا",
      ),
      {
        required: true,
        oneOf: OFFENCE_LABELS,
      },
    ),
    field(
      "seized",
      "references",
      words("Seized goods", "Marchandises saisies", "Mercancías incautadas", "البضائع المضبوطة"),
    ),
    field("penalty", "decimal", words("Penalty", "Pénalité", "Sanción", "العقوبة")),
    ...PAYMENT_FIELDS,
    RELABELLED,
    field(
      "goods",
      "code",
      words(
        "What happens to the goods",
        "Sort des marchandises",
        "Destino de las mercancías",
        "مصير البضائع",
      ),
      {
        oneOf: ["returned", "forfeited", "destroyed", "none"],
      },
    ),
  ],
  states: {
    reported: { title: words("Reported", "Constatée", "Denunciada", "مبلغ عنها") },
    seized: {
      title: words("Goods seized", "Marchandises saisies", "Mercancías incautadas", "بضائع مضبوطة"),
    },
    proposed: {
      title: words("Penalty proposed", "Pénalité proposée", "Sanción propuesta", "عقوبة مقترحة"),
    },
    imposed: {
      title: words("Penalty imposed", "Pénalité imposée", "Sanción impuesta", "عقوبة مفروضة"),
    },
    settled: { title: words("Settled", "Réglée", "Liquidada", "مسواة") },
    annulled: { title: words("Annulled", "Annulée", "Anulada", "ملغاة"), closed: true },
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
      title: words(
        "Seize goods",
        "Saisir les marchandises",
        "Incautar las mercancías",
        "ضبط البضائع",
      ),
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
      withoutRegistration: true,
      words: "needed",
    },
    {
      step: "impose",
      title: words("Impose", "Imposer", "Imponer", "فرض"),
      from: ["proposed"],
      to: "imposed",
      by: ["customs"],
      notWhoTook: ["report", "propose"],
      gives: ["penalty", "goods", "payOn"],
      words: "needed",
      tells: { functionCode: "13" },
    },
    {
      step: "settle",
      title: words("Pay", "Payer", "Pagar", "دفع"),
      from: ["imposed"],
      to: "settled",
      by: ["holder"],
      withoutRegistration: true,
      needs: ["account"],
      computes: [interest("late", "penalty", "payOn")],
      tells: { functionCode: "09" },
      moves: [
        {
          account: "{account}",
          unit: "{currency}",
          amount: "-penalty",
          counter: "treasury/penalties",
        },
        interestPaid("{account}"),
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
    correctedByAppeal(["proposed", "imposed", "settled"]),
  ],
  legalReference: "Revised Kyoto Convention, Specific Annex H, chapter 1",
};
