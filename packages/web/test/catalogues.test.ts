/** The four catalogues say the same things, and everything that the pages ask for. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { messageErrors } from "@customhouse/messages";
import { messageTexts } from "@customhouse/messages/texts";
import type { Language } from "@customhouse/model";
import { describe, expect, it } from "vitest";

const source = path.resolve(import.meta.dirname, "../src");
const LANGUAGES = ["en", "fr", "es", "ar"];
const PLURAL = /_(zero|one|two|few|many|other)$/;
type Tree = { readonly [key: string]: string | Tree };

const PARTS = ["", ".risk", ".formalities"];

function file(name: string): Tree {
  return JSON.parse(readFileSync(path.join(source, `locales/${name}.json`), "utf8")) as Tree;
}

/** Of a language: its files together, as the portal reads them; of its errors, those of messages, too. */
function catalogue(name: string): Tree {
  const [language, errors] = name.split(".");
  if (errors === "errors") return { ...messageTexts[language as Language], ...file(name) };
  if (!LANGUAGES.includes(name)) return file(name);
  const parts = PARTS.map((part) => file(`${name}${part}`));
  const keys = parts.flatMap((part) => Object.keys(part));
  // A key in two files would hide the texts of one of them.
  expect(keys.length).toBe(new Set(keys).size);
  return Object.assign({}, ...parts);
}

function entries(tree: Tree, before = ""): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${before}${key}`, value] as const]
      : entries(value, `${before}${key}.`),
  );
}

function plainKeys(name: string): Set<string> {
  return new Set(entries(catalogue(name)).map(([key]) => key.replace(PLURAL, "")));
}

const english = plainKeys("en");

describe.each(LANGUAGES)("%s", (language) => {
  it("has every text, and no more", () => {
    // English help comes from the model itself.
    const isHelp = (key: string) => key.startsWith("help.");
    const wanted = [...english].filter((key) => !isHelp(key)).sort();
    expect([...plainKeys(language)].filter((key) => !isHelp(key)).sort()).toEqual(wanted);
    const errors = [...plainKeys(`${language}.errors`)].sort();
    expect(errors).toEqual([...plainKeys("en.errors")].sort());
  });

  it("has every form of its plurals", () => {
    const rules = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    // Only a million and the like are `many` in French and Spanish: those take the common form.
    const forms = rules.filter((form) => language === "ar" || form !== "many");
    const texts = new Map(entries(catalogue(language)));
    const plurals = [...texts.keys()].filter((key) => PLURAL.test(key));
    for (const key of new Set(plurals.map((one) => one.replace(PLURAL, "")))) {
      for (const form of forms) expect(texts.get(`${key}_${form}`), `${key}_${form}`).toBeTruthy();
    }
  });

  it("names the same values in the same texts", () => {
    const values = (text: string) =>
      [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();
    for (const name of ["", ".errors"]) {
      const texts = new Map(entries(catalogue(`${language}${name}`)));
      for (const [key, text] of entries(catalogue(`en${name}`))) {
        const other = texts.get(key);
        if (other === undefined || PLURAL.test(key)) continue;
        expect(values(other), key).toEqual(values(text));
      }
    }
  });

  it("names the same values in its plurals; none, one and two may go without the number", () => {
    const values = (text = "") =>
      new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name));
    const common = new Map(entries(catalogue("en")));
    for (const [key, text] of entries(catalogue(language)).filter(([one]) => PLURAL.test(one))) {
      const wanted = values(common.get(key.replace(PLURAL, "_other")));
      if (/_(zero|one|two)$/.test(key) && !values(text).has("count")) wanted.delete("count");
      expect([key, values(text)]).toEqual([key, wanted]);
    }
  });

  it("leaves no English in", () => {
    if (language === "en") return;
    const theirs = new Map(entries(catalogue(language)));
    // Names, codes, and words that are the same in both.
    const isWord = (text: string) =>
      /[a-z]{3,}\s[a-z]{3,}/i.test(text.replaceAll(/\{\{.*?\}\}/g, ""));
    const same = entries(catalogue("en")).filter(
      ([key, text]) => isWord(text) && theirs.get(key) === text,
    );
    expect(same).toEqual([]);
  });

  it("has a text for every error of a message", () => {
    const errors = catalogue(`${language}.errors`);
    expect(Object.keys(messageErrors).filter((code) => errors[code] === undefined)).toEqual([]);
  });
});

it("has every text that a page names", () => {
  const named = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(source, file), "utf8");
      return [...text.matchAll(/\bt\(\s*"([^"]+)"/g)].map(([, key]) => key ?? "");
    });
  expect(named.length).toBeGreaterThan(200);
  expect([...new Set(named)].filter((key) => !english.has(key))).toEqual([]);
});
