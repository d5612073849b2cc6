/** What traders are told has words in every language: events by the portal, codes wherever the country says anything. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { EVENT_TYPES } from "@customhouse/clearance";
import { messageErrors } from "@customhouse/messages";
import { messageTexts } from "@customhouse/messages/texts";
import { type Country, LANGUAGES } from "@customhouse/model";
import { describe, expect, it } from "vitest";
import { gb } from "../countries/gb/src/gb.ts";
import { xa } from "../countries/xa/src/xa.ts";

/** Wherever in its data a country names a code of its own. */
function codesOf(country: Country): ReadonlySet<string> {
  const text = JSON.stringify({ ...country, messages: country.messages.informationPackages });
  return new Set(text.match(/"XA\d{3}"/g)?.map((code) => code.slice(1, -1)));
}

describe("texts of errors", () => {
  it("are there for every code of the demo country, in every language, and for no other", () => {
    const { errorTexts = {}, informationPackages } = xa.messages;
    const rules = informationPackages.flatMap((one) => one.rules);
    const codes = codesOf(xa);
    expect(codes.size).toBeGreaterThan(25);
    for (const code of codes) {
      const text = errorTexts[code]?.title ?? rules.find((rule) => rule.code === code)?.text;
      for (const language of LANGUAGES) expect([code, text?.[language]]).toEqual([code, said()]);
    }
    expect(Object.keys(errorTexts).filter((code) => !codes.has(code))).toEqual([]);
    // What a rule says is said by the rule alone.
    expect(rules.filter(({ code }) => errorTexts[code] !== undefined)).toEqual([]);
  });

  it("are there for every code of messages, in every language", () => {
    for (const language of LANGUAGES)
      expect([language, ...Object.keys(messageTexts[language]).sort()]).toEqual([
        language,
        ...Object.keys(messageErrors).sort(),
      ]);
  });

  it("are not added to messages that others have published", () => {
    expect(gb.messages.errorTexts).toBeUndefined();
  });
});

describe("texts of events", () => {
  it.each(LANGUAGES)("are there for every event: %s", (language) => {
    const file = path.resolve(import.meta.dirname, `../packages/web/src/locales/${language}.json`);
    const { event: texts }: { event: object } = JSON.parse(readFileSync(file, "utf8"));
    // Of some events only the variants have a text.
    const known = new Set(Object.keys(texts).map((key) => key.replace(/_.*$/, "")));
    expect(EVENT_TYPES.filter((type) => !known.has(type))).toEqual([]);
  });
});

function said(): unknown {
  return expect.stringMatching(/^\S.*[.。]$/u);
}
