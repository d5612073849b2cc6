/** What classes and elements of the data model are called. The model explains them; the catalogues name them. */
import { classes, type ElementDefinition } from "@customhouse/model";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

export interface Labels {
  readonly classLabel: (className: string) => string;
  readonly elementLabel: (className: string, element: string) => string;
  /** Whether the element has a name of its own that needs no class before it. */
  readonly isNamed: (place: { className: string; element: string | undefined }) => boolean;
  readonly help: (className: string, element: string) => string;
  readonly format: (notation: string) => string;
}

export function useLabels(): Labels {
  const { t, i18n } = useTranslation();
  const known = (key: string, fallback: string) => (i18n.exists(key) ? t(key) : fallback);
  return {
    classLabel: (className) => known(`class.${className}`, inWords(className)),
    elementLabel: (className, element) =>
      known(`field.${className}.${element}`, inWords(element.replace("@", " "))),
    isNamed: ({ className, element }) => i18n.exists(`field.${className}.${element}`),
    help: (className, element) =>
      known(`help.${className}.${element}`, definitionOf(className, element)?.definition ?? ""),
    format: (notation) => formatInWords(notation, t),
  };
}

export function definitionOf(className: string, element: string): ElementDefinition | undefined {
  return classes[className]?.elements[element.split("@")[0] ?? ""];
}

/** `GrossMassMeasure` to `Gross mass measure`. */
function inWords(name: string): string {
  const words = name.replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The standard's notation (`an..35`, `n..16,3`, `a2`) in plain words. */
function formatInWords(notation: string, t: TFunction): string {
  const parts = /^(an|a|n)(\.\.)?(\d+)?(?:,(\d+))?$/.exec(notation);
  if (!parts) return "";
  const [, kind = "an", upTo, length = "", decimals] = parts;
  if (length === "") return "";
  const count = Number(length);
  if (kind === "n" && decimals) {
    return t("format.decimal", { count: count - Number(decimals), decimals: Number(decimals) });
  }
  const name = { an: "characters", a: "letters", n: "digits" }[kind] ?? "characters";
  return t(`format.${name}${upTo ? "UpTo" : "Exactly"}`, { count });
}
