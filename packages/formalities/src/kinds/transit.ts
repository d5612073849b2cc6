/** Transit between two offices under a guarantee, written off at arrival or recovered when the goods never come. */
import { type FormalityKind, words } from "@customhouse/model";
import { field } from "../definition/field.ts";
import { SECURED_FIELDS } from "../definition/field-groups.ts";
import {
  INTEREST_FIELDS,
  INTEREST_WAIVED,
  interest,
  interestPaid,
} from "../definition/interest-fields.ts";
import { STATES } from "../definition/states.ts";
import { miss } from "../definition/steps.ts";

const MONEY = { account: "{guarantee}", unit: "{currency}", counter: "transit/{number}" } as const;

export const transit: FormalityKind = {
  kind: "transit",
  title: words("Transit", "Transit", "Tránsito", "عبور"),
  prefix: "TRA",
  fields: [
    field(
      "departure",
      "code",
      words("Office of departure", "Bureau de départ", "Aduana de partida", "مكتب المغادرة"),
      { required: true },
    ),
    field(
      "destination",
      "code",
      words("Office of destination", "Bureau de destination", "Aduana de destino", "مكتب الوصول"),
      { required: true },
    ),
    field(
      "goods",
      "references",
      words(
        "References of the consignments",
        "Références des envois",
        "Referencias de los envíos",
        "مراجع الإرساليات",
      ),
      { required: true },
    ),
    ...SECURED_FIELDS,
    field("seals", "codes", words("Seals", "Scellés", "Precintos", "الأختام")),
    field(
      "limit",
      "day",
      words(
        "Last day of presentation at destination",
        "Dernier jour de présentation à destination",
        "Último día de presentación en destino",
        "آخر يوم للتقديم في الوجهة",
      ),
    ),
    field(
      "incident",
      "code",
      words(
        "What happened on the way",
        "Incident en cours de route",
        "Incidente en el camino",
        "ما حدث في الطريق",
      ),
      {
        oneOf: ["seal-broken", "transhipment", "accident", "route", "other"],
      },
    ),
    field(
      "unloading",
      "code",
      words(
        "Unloading remarks",
        "Remarques au déchargement",
        "Observaciones de la descarga",
        "ملاحظات التفريغ",
      ),
      { oneOf: ["conform", "discrepancies"] },
    ),
    INTEREST_WAIVED,
    ...INTEREST_FIELDS,
  ],
  states: {
    declared: { title: words("Declared", "Déclaré", "Declarado", "مصرح به") },
    underway: { title: words("Under way", "En cours", "En curso", "في الطريق") },
    arrived: { title: words("Arrived", "Arrivé", "Llegado", "وصل") },
    discrepancy: { title: words("Discrepancies", "Différences", "Discrepancias", "اختلافات") },
    enquiry: { title: words("Enquiry", "Recherche", "Investigación", "تحقيق") },
    writtenOff: { title: words("Written off", "Apuré", "Ultimado", "مسدد"), closed: true },
    recovered: { title: words("Recovered", "Recouvré", "Recaudado", "محصل"), closed: true },
    refused: STATES.refused,
    cancelled: { title: words("Cancelled", "Annulé", "Anulado", "ملغى"), closed: true },
  },
  steps: [
    {
      step: "declare",
      title: words("Declare", "Déclarer", "Declarar", "تقديم البيان"),
      to: "declared",
      by: ["holder"],
      tells: { functionCode: "01" },
    },
    {
      step: "release",
      title: words(
        "Release for transit",
        "Mainlevée pour le transit",
        "Levante para tránsito",
        "إفراج للعبور",
      ),
      from: ["declared"],
      to: "underway",
      by: ["customs"],
      needs: ["limit"],
      gives: ["seals"],
      tells: { functionCode: "08" },
      moves: [{ ...MONEY, amount: "-amount" }],
    },
    {
      step: "refuse",
      title: words("Refuse", "Refuser", "Denegar", "رفض"),
      from: ["declared"],
      to: "refused",
      by: ["customs"],
      words: "needed",
      tells: { functionCode: "03" },
    },
    {
      step: "cancel",
      title: words("Cancel", "Annuler", "Anular", "إلغاء"),
      from: ["declared"],
      to: "cancelled",
      by: ["holder"],
      withoutRegistration: true,
      tells: { functionCode: "10" },
    },
    {
      step: "reportIncident",
      title: words(
        "Report an incident",
        "Signaler un incident",
        "Comunicar un incidente",
        "تبليغ عن حادث",
      ),
      from: ["underway"],
      by: ["holder", "customs"],
      withoutRegistration: true,
      needs: ["incident"],
      gives: ["seals"],
      words: "needed",
    },
    {
      step: "arrive",
      title: words(
        "Record the arrival",
        "Constater l'arrivée",
        "Registrar la llegada",
        "تسجيل الوصول",
      ),
      from: ["underway", "enquiry"],
      to: "arrived",
      by: ["customs"],
      tells: { functionCode: "16" },
    },
    {
      step: "unload",
      title: words(
        "Record discrepancies",
        "Constater des différences",
        "Registrar discrepancias",
        "تسجيل اختلافات",
      ),
      from: ["arrived"],
      to: "discrepancy",
      by: ["customs"],
      needs: ["unloading"],
      if: [{ fact: "unloading", in: ["discrepancies"] }],
      words: "needed",
      tells: { functionCode: "51" },
    },
    {
      step: "writeOff",
      title: words("Write off", "Apurer", "Ultimar", "تسديد"),
      from: ["arrived", "discrepancy", "enquiry"],
      to: "writtenOff",
      by: ["customs"],
      gives: ["unloading"],
      tells: { functionCode: "09" },
      moves: [{ ...MONEY, amount: "amount" }],
    },
    miss(
      words("Not arrived in time", "Non arrivé à temps", "No llegado a tiempo", "لم يصل في الموعد"),
      ["underway"],
      "enquiry",
      "18",
    ),
    {
      // The guarantee stays taken: what it covered is the debt now.
      step: "recover",
      title: words("Recover", "Recouvrer", "Recaudar", "تحصيل"),
      from: ["enquiry", "discrepancy"],
      to: "recovered",
      by: ["customs"],
      gives: ["interestWaived"],
      computes: [interest("late", "amount", "limit", "interestWaived")],
      words: "needed",
      tells: { functionCode: "13" },
      moves: [interestPaid("{guarantee}")],
    },
  ],
  clocks: [{ in: ["underway"], on: "limit", step: "miss" }],
  legalReference: "Revised Kyoto Convention, Specific Annex E, chapter 1",
};
