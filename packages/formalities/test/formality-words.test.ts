/** Every word of a formality that people read is there in the four languages. */
import type { FormalityKind, LocalisedText } from "@customhouse/model";
import { describe, expect, it } from "vitest";
import { standardFormalities } from "../src/index.ts";

const LANGUAGES = ["en", "fr", "es", "ar"] as const;
const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /^[^\p{Script=Arabic}]+$/u;

function textsOf(kind: FormalityKind): readonly (readonly [string, LocalisedText])[] {
  return [
    ["kind", kind.title],
    ...kind.fields.map(({ name, title }) => [`field ${name}`, title] as const),
    ...Object.entries(kind.states).map(([name, { title }]) => [`state ${name}`, title] as const),
    ...kind.steps.map(({ step, title }) => [`step ${step}`, title] as const),
    ...codeTexts(kind.oneTimeCode),
  ];
}

function codeTexts(code: FormalityKind["oneTimeCode"]) {
  if (code === undefined) return [];
  const { letter, subject, warning } = code;
  return Object.entries({ letter, subject, warning });
}

/** What is missing or in the wrong script. */
function problemsOf(kind: FormalityKind): readonly string[] {
  return textsOf(kind).flatMap(([name, text]) =>
    LANGUAGES.filter((language) => {
      const words = text[language]?.trim() ?? "";
      return words === "" || !(language === "ar" ? ARABIC : LATIN).test(words);
    }).map((language) => `${name}: ${language}`),
  );
}

describe("the words of formalities", () => {
  it.each(standardFormalities.map((kind) => [kind.kind, kind] as const))("%s", (_name, kind) => {
    expect(problemsOf(kind)).toEqual([]);
  });

  it("are missed where one is not there", () => {
    const [kind] = standardFormalities;
    if (kind === undefined) throw new Error("no kinds");
    const [first, ...fields] = kind.fields;
    if (first === undefined) throw new Error("no fields");
    const { fr: _gone, ...title } = first.title;
    const broken = { ...kind, fields: [{ ...first, title: { ...title, ar: "Latin" } }, ...fields] };
    expect(problemsOf(broken)).toEqual([`field ${first.name}: fr`, `field ${first.name}: ar`]);
  });
});
