/** A trader empowers a representative. Direct: in the trader's name. Indirect: both owe the debt. */
import type { FormalityKind } from "../formality.ts";
import { field, VALID_FROM, VALID_TO, VALIDITY } from "./field.ts";
import { expire } from "./steps.ts";
import { STATES } from "./words.ts";

export const mandate: FormalityKind = {
  kind: "mandate",
  title: { en: "Mandate", fr: "Mandat", es: "Mandato", ar: "تفويض" },
  prefix: "MAN",
  fields: [
    field("representative", "tin", "Representative", { required: true }),
    field("capacity", "code", "Direct or indirect representation", {
      required: true,
      oneOf: ["direct", "indirect"],
    }),
    field("acts", "codes", "What the representative may do; none: everything", {
      oneOf: ["lodge", "amend", "cancel", "present", "supplyDocument", "answerQuery", "pay"],
    }),
    field("procedures", "codes", "Beginnings of the procedure codes; none: any"),
    field("greatestAmount", "decimal", "Greatest invoice total of one declaration"),
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
      words: "allowed",
    },
    expire(["granted"]),
  ],
  clocks: [{ in: ["granted"], on: "validTo", step: "expire" }],
  validity: VALIDITY,
  seenBy: ["representative"],
  legalReference: "Revised Kyoto Convention, General Annex, chapter 8",
};
