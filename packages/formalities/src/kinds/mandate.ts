/** A trader empowers a representative. Direct: in the trader's name. Indirect: both owe the debt. */

import type { Mandate } from "@customhouse/model";
import { words } from "@customhouse/model";
import type { Kind } from "../behaviour/behaviour.ts";
import { text } from "../behaviour/behaviour.ts";
import { field, VALID_FROM, VALID_TO, VALIDITY } from "../definition/field.ts";
import { STATES } from "../definition/states.ts";
import { expire } from "../definition/steps.ts";
import type { Formality } from "../machine/state.ts";
import { textsIn } from "../machine/texts-in.ts";

export const mandate: Kind = {
  kind: "mandate",
  roles: ["empowerment"],
  behaviour: {
    register: (formality, inForce) => (inForce ? { mandates: [mandateOf(formality)] } : {}),
  },
  title: { en: "Mandate", fr: "Mandat", es: "Mandato", ar: "تفويض" },
  prefix: "MAN",
  fields: [
    field(
      "representative",
      "tin",
      words("Representative", "Représentant", "Representante", "الممثل"),
      { required: true },
    ),
    field(
      "capacity",
      "code",
      words(
        "Direct or indirect representation",
        "Représentation directe ou indirecte",
        "Representación directa o indirecta",
        "تمثيل مباشر أو غير مباشر",
      ),
      {
        required: true,
        oneOf: ["direct", "indirect"],
      },
    ),
    field(
      "acts",
      "codes",
      words(
        "What the representative may do; none: everything",
        "Ce que le représentant peut faire ; rien : tout",
        "Lo que puede hacer el representante; nada: todo",
        "ما يجوز للممثل فعله؛ إن لم يذكر شيء فكل شيء",
      ),
      {
        oneOf: ["lodge", "amend", "cancel", "present", "supplyDocument", "answerQuery", "pay"],
      },
    ),
    field(
      "procedures",
      "codes",
      words(
        "Beginnings of the procedure codes; none: any",
        "Débuts des codes de régime ; rien : tous",
        "Comienzos de los códigos de régimen; nada: todos",
        "بدايات رموز الأوضاع الجمركية؛ إن لم تذكر فأي منها",
      ),
    ),
    field(
      "greatestAmount",
      "decimal",
      words(
        "Greatest invoice total of one declaration",
        "Total de facture maximal d'une déclaration",
        "Total máximo de factura de una declaración",
        "أعلى مجموع فواتير لبيان واحد",
      ),
    ),
    VALID_FROM,
    VALID_TO,
  ],
  states: {
    granted: {
      title: { en: "Granted", fr: "Accordé", es: "Otorgado", ar: "ممنوح" },
      inForce: true,
    },
    revoked: STATES.revoked,
    expired: STATES.expired,
  },
  steps: [
    {
      step: "grant",
      title: { en: "Grant", fr: "Accorder", es: "Otorgar", ar: "منح" },
      to: "granted",
      by: ["holder", "system"],
    },
    {
      step: "revoke",
      title: { en: "Revoke", fr: "Révoquer", es: "Revocar", ar: "إلغاء" },
      from: ["granted"],
      to: "revoked",
      by: ["holder", "customs"],
      withoutRegistration: true,
      words: "allowed",
    },
    expire(["granted"]),
  ],
  clocks: [{ in: ["granted"], on: "validTo", step: "expire" }],
  validity: VALIDITY,
  seenBy: ["representative"],
  legalReference: "Revised Kyoto Convention, General Annex, chapter 8",
};

function mandateOf({ number, holder, facts }: Formality): Mandate {
  const acts = textsIn(facts.acts);
  const procedures = textsIn(facts.procedures);
  const greatestAmount = text(facts, "greatestAmount");
  return {
    id: number,
    principal: holder,
    representative: text(facts, "representative") ?? "",
    capacity: text(facts, "capacity") === "indirect" ? "indirect" : "direct",
    ...(acts.length === 0 ? {} : { acts }),
    ...(procedures.length === 0 ? {} : { procedures }),
    ...(greatestAmount === undefined ? {} : { greatestAmount }),
  };
}
