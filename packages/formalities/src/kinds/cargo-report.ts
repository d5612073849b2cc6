/** Cargo reported at arrival: temporary storage, matched to declarations, written off, released to the terminal. */
import { words } from "@customhouse/model";
import type { Kind } from "../behaviour/behaviour.ts";
import { field } from "../definition/field.ts";
import { miss } from "../definition/steps.ts";
import { matchFiling } from "./cargo-report-behaviour.ts";

/** Still to be taken over by declarations. */
const OPEN = ["reported", "stored", "mismatched", "overdue"];
const PACKAGES = { account: "manifest/{number}", unit: "PK" } as const;

export const cargoReport: Kind = {
  kind: "cargoReport",
  roles: ["arrivalReport"],
  behaviour: { whenClockStrikes: { matchFiling } },
  title: words("Cargo report", "Manifeste", "Manifiesto", "بيان الحمولة"),
  prefix: "CAR",
  fields: [
    field(
      "conveyance",
      "reference",
      words(
        "Voyage, flight or vehicle",
        "Voyage, vol ou véhicule",
        "Viaje, vuelo o vehículo",
        "الرحلة أو المركبة",
      ),
      { required: true },
    ),
    field(
      "level",
      "code",
      words(
        "Master or house",
        "Principal ou individuel",
        "Principal o individual",
        "رئيسي أو فرعي",
      ),
      { required: true, oneOf: ["master", "house"] },
    ),
    field(
      "transportDocument",
      "reference",
      words(
        "Transport document",
        "Document de transport",
        "Documento de transporte",
        "مستند النقل",
      ),
      { required: true },
    ),
    field(
      "parent",
      "reference",
      words(
        "Transport document it is part of",
        "Document de transport dont il fait partie",
        "Documento de transporte del que forma parte",
        "مستند النقل الذي هو جزء منه",
      ),
    ),
    field(
      "packages",
      "decimal",
      words("Number of packages", "Nombre de colis", "Número de bultos", "عدد الطرود"),
      { required: true },
    ),
    field(
      "containers",
      "references",
      words("Containers", "Conteneurs", "Contenedores", "الحاويات"),
    ),
    field(
      "grossMassKg",
      "decimal",
      words(
        "Gross mass in kilograms",
        "Masse brute en kilogrammes",
        "Masa bruta en kilogramos",
        "الوزن القائم بالكيلوغرام",
      ),
    ),
    field(
      "location",
      "code",
      words(
        "Place of temporary storage",
        "Lieu de dépôt temporaire",
        "Lugar de depósito temporal",
        "مكان التخزين المؤقت",
      ),
    ),
    field(
      "terminal",
      "tin",
      words(
        "Terminal operator",
        "Exploitant du terminal",
        "Operador de la terminal",
        "مشغل المحطة",
      ),
    ),
    field(
      "mrn",
      "reference",
      words(
        "Declaration that takes over",
        "Déclaration qui prend en charge",
        "Declaración que asume",
        "البيان المتسلم",
      ),
    ),
    field(
      "takenOver",
      "decimal",
      words("Packages taken over", "Colis pris en charge", "Bultos asumidos", "الطرود المتسلمة"),
    ),
    field(
      "filing",
      "reference",
      words(
        "Filing before arrival",
        "Déclaration sommaire",
        "Declaración sumaria",
        "البيان الموجز",
      ),
    ),
    field(
      "discrepancy",
      "codes",
      words(
        "What the declaration says otherwise",
        "Ce que la déclaration dit autrement",
        "Lo que la declaración dice de otro modo",
        "ما يختلف عنه البيان",
      ),
      { oneOf: ["packages", "mass", "container"] },
    ),
    field(
      "mismatch",
      "code",
      words("What does not match", "Ce qui diverge", "Lo que no coincide", "ما لا يتطابق"),
      {
        oneOf: ["shortage", "excess", "seal", "weight", "container-alarm"],
      },
    ),
  ],
  states: {
    reported: { title: words("Reported", "Annoncé", "Anunciado", "معلن") },
    stored: {
      title: words(
        "In temporary storage",
        "En dépôt temporaire",
        "En depósito temporal",
        "في التخزين المؤقت",
      ),
    },
    mismatched: { title: words("Does not match", "Divergent", "No coincide", "غير مطابق") },
    overdue: { title: words("Stored too long", "Délai dépassé", "Plazo vencido", "تجاوز المدة") },
    released: {
      title: words(
        "Released to the terminal",
        "Bon à enlever",
        "Levante al terminal",
        "إفراج للمحطة",
      ),
      closed: true,
    },
    abandoned: { title: words("Disposed of", "Liquidé", "Enajenado", "تم التصرف"), closed: true },
  },
  steps: [
    {
      step: "report",
      title: words("Report", "Annoncer", "Anunciar", "تبليغ"),
      to: "reported",
      by: ["holder"],
      tells: { functionCode: "01" },
      moves: [{ ...PACKAGES, amount: "packages", counter: "outside/cargo" }],
    },
    {
      step: "store",
      title: words("Record storage", "Constater l'entrée", "Registrar la entrada", "تسجيل التخزين"),
      from: ["reported"],
      to: "stored",
      by: ["holder", "customs"],
      needs: ["location"],
    },
    {
      step: "mismatch",
      title: words(
        "Report a mismatch",
        "Signaler une divergence",
        "Comunicar una divergencia",
        "تبليغ عن اختلاف",
      ),
      from: ["reported", "stored"],
      to: "mismatched",
      by: ["holder", "customs", "system"],
      withoutRegistration: true,
      needs: ["mismatch"],
      words: "allowed",
      tells: { functionCode: "51" },
    },
    {
      step: "resolve",
      title: words("Resolve", "Résoudre", "Resolver", "حل"),
      from: ["mismatched"],
      to: "stored",
      by: ["customs"],
      words: "needed",
    },
    {
      // Never more than what was reported: the manifest is an account.
      step: "takeOver",
      title: words("Take over by a declaration", "Prise en charge", "Asumir", "تسلم"),
      from: ["stored", "overdue"],
      by: ["customs", "system"],
      needs: ["mrn", "takenOver"],
      moves: [{ ...PACKAGES, amount: "-takenOver", counter: "outside/declared/{number}" }],
    },
    {
      // What carriers report at arrival is held against what was filed before.
      step: "matchFiling",
      title: words(
        "Match with a filing",
        "Rapprocher d'une déclaration sommaire",
        "Cotejar con una declaración sumaria",
        "مطابقة مع بيان موجز",
      ),
      from: OPEN,
      by: ["system"],
      needs: ["filing"],
    },
    {
      // The declaration's own commit moved the manifest; the report is told by the system.
      step: "noteDeclaration",
      title: words(
        "Note a declaration",
        "Noter une déclaration",
        "Anotar una declaración",
        "تدوين بيان",
      ),
      from: OPEN,
      by: ["system"],
      needs: ["mrn", "takenOver", "discrepancy"],
    },
    {
      step: "releasePart",
      title: words(
        "Release part of it to the terminal",
        "Bon à enlever partiel",
        "Levante parcial al terminal",
        "إفراج جزئي للمحطة",
      ),
      from: OPEN,
      by: ["system"],
      needs: ["mrn", "takenOver"],
      tells: { functionCode: "08", alsoTo: ["terminal"] },
    },
    {
      step: "release",
      title: words("Release to the terminal", "Bon à enlever", "Levante", "إفراج"),
      from: OPEN,
      to: "released",
      by: ["customs", "system"],
      if: [{ fact: "mrn", given: true }],
      gives: ["mrn", "takenOver"],
      tells: { functionCode: "08", alsoTo: ["terminal"] },
    },
    miss(
      words("Stay too long", "Dépasser le délai", "Exceder el plazo", "تجاوز المدة"),
      ["stored"],
      "overdue",
      "15",
    ),
    {
      step: "dispose",
      title: words("Dispose of", "Liquider", "Enajenar", "التصرف"),
      from: ["overdue"],
      to: "abandoned",
      by: ["customs"],
      words: "needed",
      tells: { functionCode: "10" },
    },
  ],
  clocks: [
    { in: ["reported", "stored", "mismatched"], days: 0, step: "matchFiling" },
    { in: ["stored"], days: 90, step: "miss" },
  ],
  seenBy: ["terminal"],
  legalReference: "Revised Kyoto Convention, Specific Annex A, chapters 1 and 2",
};
