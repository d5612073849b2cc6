/** Authorisations for special procedures: a customs warehouse, temporary admission, transit, and who may use them. */
import { words } from "@customhouse/model";
import type { Kind } from "../behaviour/behaviour.ts";
import { text } from "../behaviour/behaviour.ts";
import { field, VALID_FROM, VALID_TO, VALIDITY } from "../definition/field.ts";
import { STATES } from "../definition/states.ts";
import {
  APPLY,
  expire,
  questions,
  refuse,
  revoke,
  suspension,
  withdraw,
} from "../definition/steps.ts";
import { textsIn } from "../machine/texts-in.ts";

export const authorisation: Kind = {
  kind: "authorisation",
  behaviour: {
    register: ({ number, holder, facts }, inForce) =>
      inForce
        ? {
            authorisations: [
              { number, type: text(facts, "type") ?? "", holder, users: textsIn(facts.users) },
            ],
          }
        : {},
  },
  title: words(
    "Authorisation for a special procedure or simplified declarations",
    "Autorisation de régime particulier ou de déclarations simplifiées",
    "Autorización de régimen especial o de declaraciones simplificadas",
    "ترخيص وضع جمركي خاص أو بيانات مبسطة",
  ),
  prefix: "SPA",
  fields: [
    field(
      "type",
      "code",
      words(
        "CWP customs warehouse, TEA temporary admission, TRD transit, SDE simplified declarations",
        "CWP entrepôt, TEA admission temporaire, TRD transit, SDE déclarations simplifiées",
        "CWP depósito, TEA admisión temporal, TRD tránsito, SDE declaraciones simplificadas",
        "CWP مستودع جمركي، TEA إدخال مؤقت، TRD عبور، SDE بيانات مبسطة",
      ),
      { required: true, oneOf: ["CWP", "TEA", "TRD", "SDE"] },
    ),
    field(
      "users",
      "tins",
      words(
        "Who else may use it",
        "Autres utilisateurs",
        "Otros usuarios",
        "من يجوز له استعماله أيضا",
      ),
    ),
    field("places", "codes", words("Places", "Lieux", "Lugares", "الأماكن")),
    field("conditions", "text", words("Conditions", "Conditions", "Condiciones", "الشروط"), {
      personal: true,
    }),
    VALID_FROM,
    VALID_TO,
  ],
  states: {
    applied: STATES.applied,
    questioned: STATES.questioned,
    granted: {
      title: words("Granted", "Accordée", "Concedida", "ممنوح"),
      inForce: true,
    },
    suspended: { title: words("Suspended", "Suspendue", "Suspendida", "معلق") },
    revoked: STATES.revoked,
    expired: STATES.expired,
    refused: STATES.refused,
    withdrawn: STATES.withdrawn,
  },
  steps: [
    APPLY,
    ...questions(["customs"], ["applied"], "applied", ["users", "places", "conditions"]),
    {
      step: "grant",
      title: words("Grant", "Accorder", "Conceder", "منح"),
      from: ["applied"],
      to: "granted",
      by: ["customs"],
      needs: ["validFrom"],
      gives: ["validTo", "users", "places", "conditions"],
      tells: { functionCode: "11", statusCode: "39" },
    },
    refuse(["customs"], ["applied", "questioned"]),
    withdraw(["applied", "questioned"]),
    {
      step: "nameUsers",
      title: words(
        "Say who else may use it",
        "Désigner les utilisateurs",
        "Designar usuarios",
        "تحديد المستعملين",
      ),
      from: ["granted", "suspended"],
      by: ["holder", "customs"],
      needs: ["users"],
      tells: { functionCode: "07" },
    },
    ...suspension(["customs"], "granted"),
    revoke(["customs"], ["granted", "suspended"]),
    expire(["granted", "suspended"], { functionCode: "10" }),
  ],
  clocks: [{ in: ["granted", "suspended"], on: "validTo", step: "expire" }],
  validity: VALIDITY,
  legalReference:
    "Revised Kyoto Convention, Specific Annexes D, E and G; General Annex, standard 3.32",
};
