/** Short ways to write the fields that many kinds share. */
import type { FactType, FormalityField, LocalisedText } from "@customhouse/model";

type Options = Omit<FormalityField, "name" | "type" | "title">;

export function field(
  name: string,
  type: FactType,
  title: LocalisedText,
  options: Options = {},
): FormalityField {
  return { name, type, title, ...options };
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
