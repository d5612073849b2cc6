/** Goods that stay for a time and leave again: secured while they are here, discharged by re-export. */
import { type FormalityKind, words } from "@customhouse/model";
import { field } from "../definition/field.ts";
import { ENTRY_DECLARATION, SECURED_FIELDS } from "../definition/field-groups.ts";
import {
  INTEREST_FIELDS,
  INTEREST_WAIVED,
  interest,
  interestPaid,
} from "../definition/interest-fields.ts";
import { STATES } from "../definition/states.ts";
import { APPLY, miss, refuse } from "../definition/steps.ts";

const MONEY = {
  account: "{guarantee}",
  unit: "{currency}",
  counter: "admission/{number}",
} as const;

export const temporaryAdmission: FormalityKind = {
  kind: "temporaryAdmission",
  title: words("Temporary admission", "Admission temporaire", "Admisión temporal", "إدخال مؤقت"),
  prefix: "TAD",
  fields: [
    ENTRY_DECLARATION,
    field("purpose", "code", words("Purpose", "But", "Finalidad", "الغرض"), {
      required: true,
      oneOf: ["exhibition", "professional", "container", "sample", "race", "other"],
    }),
    ...SECURED_FIELDS,
    field(
      "until",
      "day",
      words(
        "Last day of re-export",
        "Dernier jour de réexportation",
        "Último día de reexportación",
        "آخر يوم لإعادة التصدير",
      ),
    ),
    field(
      "exportMrn",
      "reference",
      words(
        "Declaration of re-export",
        "Déclaration de réexportation",
        "Declaración de reexportación",
        "بيان إعادة التصدير",
      ),
    ),
    INTEREST_WAIVED,
    ...INTEREST_FIELDS,
  ],
  states: {
    applied: STATES.applied,
    admitted: { title: words("Admitted", "Admis", "Admitido", "مسموح"), inForce: true },
    overdue: { title: words("Overdue", "En retard", "Vencido", "متأخر") },
    discharged: { title: words("Discharged", "Apuré", "Ultimado", "مسدد"), closed: true },
    recovered: { title: words("Recovered", "Recouvré", "Recaudado", "محصل"), closed: true },
    refused: STATES.refused,
  },
  steps: [
    APPLY,
    {
      step: "admit",
      title: words("Admit", "Admettre", "Admitir", "سماح"),
      from: ["applied"],
      to: "admitted",
      by: ["customs"],
      needs: ["until"],
      tells: { functionCode: "08" },
      moves: [{ ...MONEY, amount: "-amount" }],
    },
    refuse(["customs"], ["applied"]),
    {
      step: "extend",
      title: words("Extend", "Prolonger", "Prorrogar", "تمديد"),
      from: ["admitted", "overdue"],
      to: "admitted",
      by: ["customs"],
      needs: ["until"],
      tells: { functionCode: "07" },
    },
    {
      step: "reexport",
      title: words(
        "Discharge by re-export",
        "Apurer par réexportation",
        "Ultimar por reexportación",
        "تسديد بإعادة التصدير",
      ),
      from: ["admitted", "overdue"],
      to: "discharged",
      by: ["customs"],
      needs: ["exportMrn"],
      tells: { functionCode: "09" },
      moves: [{ ...MONEY, amount: "amount" }],
    },
    miss(
      words(
        "Not re-exported in time",
        "Non réexporté à temps",
        "No reexportado a tiempo",
        "لم يعد تصديره",
      ),
      ["admitted"],
      "overdue",
      "15",
    ),
    {
      step: "recover",
      title: words("Recover", "Recouvrer", "Recaudar", "تحصيل"),
      from: ["overdue"],
      to: "recovered",
      by: ["customs"],
      gives: ["interestWaived"],
      computes: [interest("late", "amount", "until", "interestWaived")],
      words: "needed",
      tells: { functionCode: "13" },
      moves: [interestPaid("{guarantee}")],
    },
  ],
  clocks: [{ in: ["admitted"], on: "until", step: "miss" }],
  legalReference: "Istanbul Convention; Revised Kyoto Convention, Specific Annex G",
};
