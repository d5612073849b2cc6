/** Binding rulings on classification, origin or valuation: asked before trading, binding for customs. */
import { type FormalityKind, words } from "@customhouse/model";
import { field, VALID_FROM, VALID_TO, VALIDITY } from "../definition/field.ts";
import { STATES } from "../definition/states.ts";
import { APPLY, expire, questions, refuse, revoke, withdraw } from "../definition/steps.ts";

export const ruling: FormalityKind = {
  kind: "ruling",
  roles: ["bindingRuling"],
  title: words("Binding ruling", "Décision contraignante", "Resolución vinculante", "قرار ملزم"),
  prefix: "RUL",
  fields: [
    field(
      "about",
      "code",
      words("What is asked", "Objet de la demande", "Objeto de la consulta", "موضوع الطلب"),
      {
        required: true,
        oneOf: ["classification", "origin", "valuation"],
      },
    ),
    field(
      "description",
      "text",
      words(
        "The goods and the facts",
        "Les marchandises et les faits",
        "Las mercancías y los hechos",
        "البضائع والوقائع",
      ),
      { required: true, personal: true },
    ),
    field(
      "proposed",
      "reference",
      words(
        "The applicant's own view",
        "Avis du demandeur",
        "Opinión del solicitante",
        "رأي مقدم الطلب",
      ),
    ),
    field(
      "decided",
      "reference",
      words(
        "Commodity code, origin or method that was decided",
        "Code, origine ou méthode retenus",
        "Código, origen o método decididos",
        "الرمز أو المنشأ أو الطريقة المقررة",
      ),
    ),
    field(
      "commodities",
      "commodities",
      words(
        "Beginnings of the codes of the goods that it is about",
        "Débuts des codes des marchandises visées",
        "Comienzos de los códigos de las mercancías a que se refiere",
        "بدايات رموز البضائع المعنية",
      ),
    ),
    VALID_FROM,
    VALID_TO,
  ],
  states: {
    applied: STATES.applied,
    questioned: STATES.questioned,
    issued: { title: words("Issued", "Rendue", "Emitida", "صادر"), inForce: true },
    annulled: { title: words("Annulled", "Annulée", "Anulada", "ملغى"), closed: true },
    revoked: STATES.revoked,
    refused: STATES.refused,
    withdrawn: STATES.withdrawn,
    expired: STATES.expired,
  },
  steps: [
    APPLY,
    ...questions(["customs"], ["applied"], "applied", ["description", "proposed"]),
    {
      step: "issue",
      title: words("Issue", "Rendre", "Emitir", "إصدار"),
      from: ["applied"],
      to: "issued",
      by: ["customs"],
      needs: ["decided", "validFrom", "validTo"],
      gives: ["commodities"],
      words: "needed",
      tells: { functionCode: "11", statusCode: "39" },
    },
    refuse(["customs"], ["applied", "questioned"]),
    withdraw(["applied", "questioned"]),
    {
      // The information given was wrong: as if it had never been.
      step: "annul",
      title: words("Annul", "Annuler", "Anular", "إبطال"),
      from: ["issued"],
      to: "annulled",
      by: ["customs"],
      notWhoTook: ["issue"],
      words: "needed",
      tells: { functionCode: "10" },
    },
    // The law or its reading changed: no longer from now on.
    revoke(["customs"], ["issued"]),
    expire(["issued"]),
  ],
  clocks: [{ in: ["issued"], on: "validTo", step: "expire" }],
  validity: VALIDITY,
  verifiable: true,
  legalReference:
    "WTO Trade Facilitation Agreement, article 3; Revised Kyoto Convention, standard 9.9",
};
