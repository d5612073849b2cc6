/** Simplified procedure: goods leave on a short entry, and one declaration a period completes them all. */
import type { FormalityKind } from "../formality.ts";
import { field } from "./field.ts";
import { miss } from "./steps.ts";
import { words } from "./words.ts";

export const periodicDeclaration: FormalityKind = {
  kind: "periodicDeclaration",
  title: words(
    "Periodic declaration",
    "Déclaration périodique",
    "Declaración periódica",
    "تصريح دوري",
  ),
  prefix: "PER",
  fields: [
    field("authorisation", "reference", "Authorisation for the simplified procedure", {
      required: true,
    }),
    field("periodFrom", "day", "First day of the period", { required: true }),
    field("periodTo", "day", "Last day of the period", { required: true }),
    field("dueOn", "day", "Last day to complete it", { required: true }),
    field("entries", "references", "Simplified declarations of the period"),
    field("supplementaryMrn", "reference", "Declaration that completes them"),
  ],
  states: {
    open: { title: words("Open", "Ouverte", "Abierta", "مفتوح") },
    overdue: { title: words("Overdue", "En retard", "Vencida", "متأخر") },
    completed: { title: words("Completed", "Complétée", "Completada", "مكتمل"), closed: true },
  },
  steps: [
    {
      step: "open",
      title: words("Open the period", "Ouvrir la période", "Abrir el periodo", "فتح الفترة"),
      to: "open",
      by: ["holder"],
      tells: { functionCode: "01" },
    },
    {
      step: "enter",
      title: words("Name the entries", "Inscrire", "Anotar", "قيد"),
      from: ["open", "overdue"],
      by: ["holder"],
      needs: ["entries"],
    },
    {
      step: "complete",
      title: words("Complete", "Compléter", "Completar", "إكمال"),
      from: ["open", "overdue"],
      to: "completed",
      by: ["holder"],
      needs: ["supplementaryMrn"],
      if: [{ fact: "entries", given: true }],
      tells: { functionCode: "09" },
    },
    miss(words("Become overdue", "Échoir", "Vencer", "تأخر"), ["open"], "overdue", "15"),
  ],
  clocks: [{ in: ["open"], on: "dueOn", step: "miss" }],
  legalReference: "Revised Kyoto Convention, General Annex, standard 3.32",
};
