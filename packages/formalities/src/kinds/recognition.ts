/** Mutual recognition arrangements with partner administrations: proposed by one officer, put in force by another. */
import { words } from "@customhouse/model";
import type { Kind } from "../behaviour/behaviour.ts";
import { text } from "../behaviour/behaviour.ts";
import { field, VALID_FROM, VALID_TO, VALIDITY } from "../definition/field.ts";
import { STATES } from "../definition/states.ts";
import { expire, suspension } from "../definition/steps.ts";
import { textsIn } from "../machine/texts-in.ts";

export const recognition: Kind = {
  kind: "recognition",
  roles: ["operatorRecognition"],
  behaviour: {
    register: ({ number, facts }, inForce) =>
      inForce
        ? {
            recognitions: [
              {
                number,
                partner: text(facts, "partner") ?? "",
                types: textsIn(facts.types),
                grants: textsIn(facts.grants),
              },
            ],
          }
        : {},
  },
  title: words(
    "Mutual recognition arrangement",
    "Arrangement de reconnaissance mutuelle",
    "Acuerdo de reconocimiento mutuo",
    "ترتيب الاعتراف المتبادل",
  ),
  prefix: "MRA",
  fields: [
    field(
      "partner",
      "country",
      words("Partner country", "Pays partenaire", "País socio", "البلد الشريك"),
      { required: true },
    ),
    field(
      "programme",
      "text",
      words(
        "The partner's programme",
        "Programme du partenaire",
        "Programa del socio",
        "برنامج الشريك",
      ),
      { required: true },
    ),
    field(
      "types",
      "codes",
      words(
        "Types of its operators that are recognised",
        "Types d'opérateurs reconnus",
        "Tipos de operadores reconocidos",
        "أنواع المتعاملين المعترف بهم",
      ),
      { required: true },
    ),
    field(
      "grants",
      "codes",
      words(
        "What they count as here",
        "Ce qu'ils valent ici",
        "Lo que valen aquí",
        "ما يعادلونه هنا",
      ),
      { required: true, oneOf: ["MRAC", "MRAS", "MRAF"] },
    ),
    VALID_FROM,
    VALID_TO,
  ],
  states: {
    proposed: { title: words("Proposed", "Proposé", "Propuesto", "مقترح") },
    active: { title: words("In force", "En vigueur", "En vigor", "سارٍ"), inForce: true },
    suspended: { title: words("Suspended", "Suspendu", "Suspendido", "معلق") },
    ended: { title: words("Ended", "Terminé", "Terminado", "منتهٍ"), closed: true },
    expired: STATES.expired,
  },
  steps: [
    {
      step: "propose",
      title: words("Propose", "Proposer", "Proponer", "اقتراح"),
      to: "proposed",
      by: ["customs"],
    },
    {
      step: "putInForce",
      title: words("Put in force", "Mettre en vigueur", "Poner en vigor", "إنفاذ"),
      from: ["proposed"],
      to: "active",
      by: ["customs"],
      notWhoTook: ["propose"],
      needs: ["validFrom"],
      gives: ["validTo", "types", "grants"],
    },
    ...suspension(["customs"], "active"),
    {
      step: "end",
      title: words("End", "Mettre fin", "Terminar", "إنهاء"),
      from: ["proposed", "active", "suspended"],
      to: "ended",
      by: ["customs"],
      words: "needed",
    },
    expire(["active", "suspended"]),
  ],
  clocks: [{ in: ["active", "suspended"], on: "validTo", step: "expire" }],
  validity: VALIDITY,
  legalReference: "WCO SAFE Framework of Standards, pillar 2, mutual recognition",
};
