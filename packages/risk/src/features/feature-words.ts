/** What a feature is, in words: those of the catalogue, and the columns that a model makes of them. */
import { mapWords, type Words, words } from "@customhouse/model";
import { FEATURES } from "./catalogue.ts";

const KNOWN: ReadonlyMap<string, Words> = new Map(
  FEATURES.map(({ scope, name, description }) => [`${scope}.${name}`, description]),
);

/** By how a model's column begins (table/profiles.ts of `learning`). */
const COLUMNS: Readonly<Record<string, Words>> = {
  "share of fraud": words(
    "How often something was found with the same: {of}.",
    "Fréquence des constats avec le même élément : {of}.",
    "Frecuencia de hallazgos con el mismo dato: {of}.",
    "نسبة المخالفات مع العنصر نفسه: {of}.",
  ),
  "times seen": words(
    "How often the same was seen, as a logarithm: {of}.",
    "Nombre de fois où le même élément a été vu, en logarithme : {of}.",
    "Veces que se ha visto el mismo dato, en logaritmo: {of}.",
    "عدد مرات ظهور العنصر نفسه، باللوغاريتم: {of}.",
  ),
  "first seen": words(
    "Order of first appearance, -1 when new: {of}.",
    "Rang de première apparition, -1 si nouveau : {of}.",
    "Orden de primera aparición, -1 si es nuevo: {of}.",
    "ترتيب أول ظهور، و-1 للجديد: {of}.",
  ),
};

/** Of names as rules and models write them; what is no feature here is left out. */
export function featureWords(names: Iterable<string>): Readonly<Record<string, Words>> {
  const found = [...names].flatMap((name): [string, Words][] => {
    const text = KNOWN.get(name) ?? columnWords(name);
    return text === undefined ? [] : [[name, text]];
  });
  return Object.fromEntries(found);
}

function columnWords(name: string): Words | undefined {
  const [start = "", of = ""] = name.split(": ");
  const sentence = COLUMNS[start];
  const parts = of.split(" x ").map((part) => KNOWN.get(part));
  if (sentence === undefined || !parts.every((part) => part !== undefined)) return undefined;
  return mapWords(sentence, (text, language) =>
    text.replace("{of}", parts.map((part) => part[language].replace(/\.$/, "")).join(" + ")),
  );
}
