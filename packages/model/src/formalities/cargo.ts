/** Cargo reported at arrival: temporary storage, matched to declarations, written off, released to the terminal. */
import type { FormalityKind } from "../formality.ts";
import { field } from "./field.ts";
import { miss } from "./steps.ts";
import { words } from "./words.ts";

const PACKAGES = { account: "manifest/{number}", unit: "PK" } as const;

export const cargoReport: FormalityKind = {
  kind: "cargoReport",
  title: words("Cargo report", "Manifeste", "Manifiesto", "بيان الحمولة"),
  prefix: "CAR",
  fields: [
    field("conveyance", "reference", "Voyage, flight or vehicle", { required: true }),
    field("level", "code", "Master or house", { required: true, oneOf: ["master", "house"] }),
    field("transportDocument", "reference", "Transport document", { required: true }),
    field("parent", "reference", "Transport document it is part of"),
    field("packages", "decimal", "Number of packages", { required: true }),
    field("containers", "references", "Containers"),
    field("location", "code", "Place of temporary storage"),
    field("terminal", "tin", "Terminal operator"),
    field("mrn", "reference", "Declaration that takes over"),
    field("takenOver", "decimal", "Packages taken over"),
    field("mismatch", "code", "What does not match", {
      oneOf: ["shortage", "excess", "seal", "weight", "container-alarm"],
    }),
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
      title: words("Report a mismatch", "Signaler", "Comunicar", "تبليغ عن اختلاف"),
      from: ["reported", "stored"],
      to: "mismatched",
      by: ["holder", "customs", "system"],
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
      moves: [{ ...PACKAGES, amount: "-takenOver", counter: "outside/declared" }],
    },
    {
      step: "release",
      title: words("Release to the terminal", "Bon à enlever", "Levante", "إفراج"),
      from: ["stored", "overdue"],
      to: "released",
      by: ["customs", "system"],
      if: [{ fact: "mrn", given: true }],
      tells: { functionCode: "08" },
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
  clocks: [{ in: ["stored"], days: 90, step: "miss" }],
  seenBy: ["terminal"],
  legalReference: "Revised Kyoto Convention, Specific Annex A, chapters 1 and 2",
};
