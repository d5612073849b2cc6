/** Authorised economic operators: application, criteria one by one, visits, grant, monitoring, suspension. */
import { type FormalityStep, words } from "@customhouse/model";
import type { Kind } from "../behaviour/behaviour.ts";
import { text } from "../behaviour/behaviour.ts";
import { field, VALID_TO } from "../definition/field.ts";
import { STATES } from "../definition/states.ts";
import { APPLY, questions, refuse, revoke, suspension, withdraw } from "../definition/steps.ts";

const BASIC = ["compliance", "records", "solvency"];

/** Each type has criteria of its own, and what it grants. */
function grant(type: string, criteria: readonly string[]): FormalityStep {
  return {
    step: "grant",
    title: { en: "Grant", fr: "Accorder", es: "Conceder", ar: "منح" },
    from: ["validating"],
    to: "granted",
    by: ["customs"],
    notWhoTook: ["recordCriteria"],
    gives: ["validTo", "reviewOn"],
    if: [
      { fact: "type", in: [type] },
      { fact: "criteriaMet", includesAll: criteria },
      { fact: "visitedOn", given: true },
    ],
    sets: { authorisation: `AEO${type}` },
    tells: { functionCode: "11", statusCode: "39" },
  };
}

export const aeo: Kind = {
  kind: "aeo",
  behaviour: {
    register: ({ holder, facts }, inForce) =>
      inForce ? { authorised: { tin: holder, codes: [text(facts, "authorisation") ?? ""] } } : {},
  },
  title: {
    en: "Authorised economic operator",
    fr: "Opérateur économique agréé",
    es: "Operador económico autorizado",
    ar: "مشغل اقتصادي معتمد",
  },
  prefix: "AEO",
  fields: [
    field(
      "type",
      "code",
      words(
        "C customs simplifications, S security and safety, F both",
        "C simplifications douanières, S sûreté et sécurité, F les deux",
        "C simplificaciones aduaneras, S seguridad y protección, F ambas",
        "C تبسيطات جمركية، S أمن وسلامة، F كلاهما",
      ),
      {
        required: true,
        oneOf: ["C", "S", "F"],
      },
    ),
    field(
      "criteriaMet",
      "codes",
      words("Criteria met", "Critères remplis", "Criterios cumplidos", "المعايير المستوفاة"),
      {
        oneOf: [...BASIC, "competence", "security"],
      },
    ),
    field(
      "criteriaNotMet",
      "codes",
      words(
        "Criteria not met",
        "Critères non remplis",
        "Criterios no cumplidos",
        "المعايير غير المستوفاة",
      ),
      {
        oneOf: [...BASIC, "competence", "security"],
      },
    ),
    field(
      "visitedOn",
      "day",
      words(
        "Day of the validation visit",
        "Date de la visite de validation",
        "Fecha de la visita de validación",
        "يوم زيارة التحقق",
      ),
    ),
    field(
      "reviewOn",
      "day",
      words("Next review", "Prochain réexamen", "Próxima revisión", "المراجعة القادمة"),
    ),
    field(
      "authorisation",
      "code",
      words("What was granted", "Ce qui a été accordé", "Lo que se concedió", "ما تم منحه"),
    ),
    field(
      "selfAssessment",
      "record",
      words("Self-assessment", "Auto-évaluation", "Autoevaluación", "التقييم الذاتي"),
      { personal: true },
    ),
    VALID_TO,
  ],
  states: {
    applied: STATES.applied,
    questioned: STATES.questioned,
    validating: {
      title: {
        en: "Being validated",
        fr: "En cours de validation",
        es: "En validación",
        ar: "قيد التحقق",
      },
    },
    granted: {
      title: { en: "Granted", fr: "Accordé", es: "Concedido", ar: "ممنوح" },
      inForce: true,
    },
    suspended: { title: { en: "Suspended", fr: "Suspendu", es: "Suspendido", ar: "معلق" } },
    revoked: STATES.revoked,
    refused: STATES.refused,
    withdrawn: STATES.withdrawn,
  },
  steps: [
    APPLY,
    ...questions(["customs"], ["applied"], "applied", ["selfAssessment"]),
    {
      step: "accept",
      title: {
        en: "Accept for validation",
        fr: "Accepter pour validation",
        es: "Admitir a validación",
        ar: "قبول للتحقق",
      },
      from: ["applied"],
      to: "validating",
      by: ["customs"],
      tells: { functionCode: "01" },
    },
    {
      step: "recordCriteria",
      title: {
        en: "Record criteria",
        fr: "Consigner les critères",
        es: "Registrar los criterios",
        ar: "تسجيل المعايير",
      },
      from: ["validating", "granted", "suspended"],
      by: ["customs"],
      gives: ["criteriaMet", "criteriaNotMet", "visitedOn", "reviewOn"],
      words: "allowed",
    },
    grant("C", [...BASIC, "competence"]),
    grant("S", [...BASIC, "security"]),
    grant("F", [...BASIC, "competence", "security"]),
    refuse(["customs"], ["applied", "questioned", "validating"]),
    ...suspension(["customs"], "granted"),
    revoke(["customs"], ["granted", "suspended"]),
    withdraw(["applied", "questioned", "validating", "granted", "suspended"]),
  ],
  verifiable: true,
  legalReference: "WCO SAFE Framework of Standards, pillar 2",
};
