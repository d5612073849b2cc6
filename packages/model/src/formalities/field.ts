/** Short ways to write the fields and questions that many kinds share. */
import type { FactType, FormalityField, FormalityStep } from "../formality.ts";
import type { LocalisedText } from "../information-package.ts";

type Options = Omit<FormalityField, "name" | "type" | "title">;

export function field(
  name: string,
  type: FactType,
  title: string | LocalisedText,
  options: Options = {},
): FormalityField {
  return { name, type, title: typeof title === "string" ? { en: title } : title, ...options };
}

export const VALID_FROM = field("validFrom", "day", {
  en: "Valid from",
  fr: "Valable à partir du",
  es: "Válido desde",
  ar: "صالح من",
});
export const VALID_TO = field("validTo", "day", {
  en: "Last day of validity",
  fr: "Dernier jour de validité",
  es: "Último día de validez",
  ar: "آخر يوم للصلاحية",
});
export const VALIDITY = { from: "validFrom", to: "validTo" } as const;

/** A question and its answer: the formality waits in `questioned` meanwhile. */
export function questions(
  askers: FormalityStep["by"],
  from: readonly string[],
  back: string,
  gives: readonly string[] = [],
): readonly FormalityStep[] {
  return [
    {
      step: "ask",
      title: { en: "Ask the applicant", fr: "Interroger", es: "Preguntar", ar: "سؤال" },
      from,
      to: "questioned",
      by: askers,
      words: "needed",
      tells: { functionCode: "51" },
    },
    {
      step: "answer",
      title: { en: "Answer", fr: "Répondre", es: "Responder", ar: "إجابة" },
      from: ["questioned"],
      to: back,
      by: ["holder"],
      words: "needed",
      gives,
    },
  ];
}
