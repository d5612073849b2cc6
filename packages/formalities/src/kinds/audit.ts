/** Post-clearance audit: selected, visited, found, demanded, paid. What makes the blue lane mean something. */
import { type FormalityKind, words } from "@customhouse/model";
import { field } from "../definition/field.ts";
import { PAYMENT_FIELDS } from "../definition/field-groups.ts";
import { interest, interestPaid } from "../definition/interest-fields.ts";
import { AUDIT_LABELS } from "../definition/labels.ts";
import { STATES } from "../definition/states.ts";
import { ANNULLED, correctedByAppeal, RELABELLED } from "../definition/steps.ts";

export const audit: FormalityKind = {
  kind: "audit",
  outcomes: [{ step: "find", label: "label", source: "audit" }, ANNULLED],
  title: words(
    "Post-clearance audit",
    "Contrôle a posteriori",
    "Auditoría posterior",
    "تدقيق لاحق",
  ),
  prefix: "PCA",
  fields: [
    field(
      "declarations",
      "references",
      words("Declarations", "Déclarations", "Declaraciones", "البيانات"),
      { required: true },
    ),
    field(
      "basis",
      "code",
      words(
        "Why it was selected",
        "Motif de la sélection",
        "Motivo de la selección",
        "سبب الاختيار",
      ),
      {
        required: true,
        oneOf: ["blue-lane", "risk", "random", "plan", "referral"],
      },
    ),
    field(
      "visitOn",
      "day",
      words("Day of the visit", "Date de la visite", "Fecha de la visita", "يوم الزيارة"),
    ),
    field(
      "label",
      "code",
      words(
        "Outcome for the learning loop",
        "Résultat pour l'apprentissage",
        "Resultado para el aprendizaje",
        "النتيجة للتعلم",
      ),
      {
        oneOf: AUDIT_LABELS,
      },
    ),
    field(
      "amountDue",
      "decimal",
      words("Amount due", "Montant dû", "Importe debido", "المبلغ المستحق"),
    ),
    ...PAYMENT_FIELDS,
    RELABELLED,
  ],
  states: {
    selected: { title: words("Selected", "Sélectionné", "Seleccionada", "محدد") },
    visit: {
      title: words("Visit announced", "Visite annoncée", "Visita anunciada", "زيارة معلنة"),
    },
    found: {
      title: words("Findings open to answer", "Constatations", "Hallazgos", "نتائج مفتوحة"),
    },
    demanded: {
      title: words("Payment demanded", "Paiement exigé", "Pago exigido", "مطالبة بالدفع"),
    },
    overdue: { title: words("Overdue", "En retard", "Vencida", "متأخر") },
    paid: { title: words("Paid", "Payé", "Pagada", "مدفوع") },
    annulled: { title: words("Annulled", "Annulé", "Anulada", "ملغى"), closed: true },
    closed: STATES.closed,
  },
  steps: [
    {
      step: "select",
      title: words("Select", "Sélectionner", "Seleccionar", "تحديد"),
      to: "selected",
      by: ["customs", "system"],
    },
    {
      step: "announce",
      title: words(
        "Announce the visit",
        "Annoncer la visite",
        "Anunciar la visita",
        "إعلان الزيارة",
      ),
      from: ["selected"],
      to: "visit",
      by: ["customs"],
      needs: ["visitOn"],
      tells: { functionCode: "05" },
    },
    {
      step: "find",
      title: words("Record findings", "Constater", "Registrar hallazgos", "تسجيل النتائج"),
      from: ["selected", "visit"],
      to: "found",
      by: ["customs"],
      needs: ["label"],
      gives: ["amountDue", "currency"],
      words: "needed",
      tells: { functionCode: "51" },
    },
    {
      step: "answer",
      title: words(
        "Answer the findings",
        "Répondre aux constatations",
        "Responder a los hallazgos",
        "الرد على النتائج",
      ),
      from: ["found"],
      by: ["holder"],
      withoutRegistration: true,
      words: "needed",
    },
    {
      step: "demand",
      title: words("Demand payment", "Exiger le paiement", "Exigir el pago", "المطالبة بالدفع"),
      from: ["found"],
      to: "demanded",
      by: ["customs"],
      notWhoTook: ["find"],
      needs: ["payOn"],
      if: [
        { fact: "amountDue", given: true },
        { fact: "currency", given: true },
      ],
      tells: { functionCode: "13" },
    },
    {
      step: "overdue",
      title: words("Become overdue", "Échoir", "Vencer", "تأخر"),
      from: ["demanded"],
      to: "overdue",
      by: ["system"],
      tells: { functionCode: "15" },
    },
    {
      step: "pay",
      title: words("Pay", "Payer", "Pagar", "دفع"),
      from: ["demanded", "overdue"],
      to: "paid",
      by: ["holder"],
      withoutRegistration: true,
      needs: ["account"],
      computes: [interest("late", "amountDue", "payOn")],
      tells: { functionCode: "09" },
      moves: [
        {
          account: "{account}",
          unit: "{currency}",
          amount: "-amountDue",
          counter: "treasury/demands",
        },
        interestPaid("{account}"),
      ],
    },
    {
      step: "close",
      title: words(
        "Close without a demand",
        "Clore sans demande de paiement",
        "Cerrar sin exigir el pago",
        "إغلاق دون مطالبة",
      ),
      from: ["selected", "visit", "found"],
      to: "closed",
      by: ["customs"],
      words: "allowed",
      tells: { functionCode: "09" },
    },
    correctedByAppeal(["found", "demanded", "overdue", "paid"]),
  ],
  clocks: [{ in: ["demanded"], on: "payOn", step: "overdue" }],
  legalReference: "Revised Kyoto Convention, General Annex, standard 6.6; WTO TFA article 7.5",
};
