/** Simplified procedure: goods leave on a short entry, and one declaration a period completes them all. */
import { words } from "@customhouse/model";
import type { Kind } from "../behaviour/behaviour.ts";
import { field } from "../definition/field.ts";
import { miss } from "../definition/steps.ts";
import { verifyPeriod } from "./periodic-declaration-behaviour.ts";

export const periodicDeclaration: Kind = {
  kind: "periodicDeclaration",
  behaviour: { verify: verifyPeriod },
  title: words(
    "Periodic declaration",
    "Déclaration périodique",
    "Declaración periódica",
    "بيان دوري",
  ),
  prefix: "PER",
  fields: [
    field(
      "authorisation",
      "reference",
      words(
        "Authorisation for the simplified procedure",
        "Autorisation de procédure simplifiée",
        "Autorización del procedimiento simplificado",
        "ترخيص الإجراء المبسط",
      ),
      {
        required: true,
      },
    ),
    field(
      "periodFrom",
      "day",
      words(
        "First day of the period",
        "Premier jour de la période",
        "Primer día del período",
        "أول يوم في الفترة",
      ),
      { required: true },
    ),
    field(
      "periodTo",
      "day",
      words(
        "Last day of the period",
        "Dernier jour de la période",
        "Último día del período",
        "آخر يوم في الفترة",
      ),
      { required: true },
    ),
    field(
      "dueOn",
      "day",
      words(
        "Last day to complete it",
        "Dernier jour pour compléter",
        "Último día para completarla",
        "آخر يوم للإكمال",
      ),
      { required: true },
    ),
    field(
      "entries",
      "references",
      words(
        "Simplified declarations of the period",
        "Déclarations simplifiées de la période",
        "Declaraciones simplificadas del período",
        "البيانات المبسطة للفترة",
      ),
    ),
    field(
      "supplementaryMrn",
      "reference",
      words(
        "Declaration that completes them",
        "Déclaration qui les complète",
        "Declaración que las completa",
        "البيان المكمل لها",
      ),
    ),
  ],
  states: {
    open: { title: words("Open", "Ouverte", "Abierta", "مفتوح") },
    overdue: { title: words("Overdue", "En retard", "Vencida", "متأخر") },
    completed: { title: words("Completed", "Complétée", "Completada", "مكتمل"), closed: true },
  },
  steps: [
    {
      step: "open",
      title: words("Open the period", "Ouvrir la période", "Abrir el período", "فتح الفترة"),
      to: "open",
      by: ["holder"],
      tells: { functionCode: "01" },
    },
    {
      step: "enter",
      title: words(
        "Name the entries",
        "Inscrire les déclarations",
        "Anotar las declaraciones",
        "قيد البيانات",
      ),
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
