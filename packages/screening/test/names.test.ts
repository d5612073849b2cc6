/** Names of any script: how they become words, how words sound, how alike they are; and hostile names do no harm. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameTokens } from "../src/names/name-tokens.ts";
import { jaroWinkler, lettersOf, mayBeSlip, wordSimilarity } from "../src/names/similarity.ts";
import { phoneticKey, soundOf, wholeSound } from "../src/names/sound.ts";
import { MAX_NAME_CHARACTERS, partyProblem, type WatchEntry } from "../src/party.ts";
import { screen } from "../src/search/screen.ts";
import { buildIndex } from "../src/search/screening-index.ts";

const heard = (text: string) => ({ text, sound: soundOf(text), phonetic: phoneticKey(text) });
const likeness = (a: string, b: string) => wordSimilarity(heard(a), heard(b));

describe("words of a name", () => {
  it.each([
    ["Müller & Söhne GmbH", ["muller", "sohne", "gmbh"]],
    ["S.A.R.L. L'Étoile", ["sarl", "letoile"]],
    ["ООО «Ромашка»", ["ooo", "romashka"]],
    ["Общество с ограниченной ответственностью Ромашка", ["ooo", "romashka"]],
    ["Acme Limited Liability Company", ["acme", "llc"]],
    ["王小明", ["wang", "xiaoming"]],
    ["김정은", ["kim", "jeongeun"]],
    ["김 정은".normalize("NFD"), ["kim", "jeongeun"]],
    ["남궁민수", ["namgung", "minsu"]],
    ["한국 무역 은행", ["hanguk", "muyeok", "eunhaeng"]],
    ["한국은행 조선 지점", ["hangugeunhaeng", "joseon", "jijeom"]],
    ["القاعدة", ["al", "qdh"]],
    ["O'Brien", ["obrien"]],
    ["🙂 !!", []],
  ])("of %s", (name, words) => {
    expect(nameTokens(name)).toEqual(words);
  });

  it("sound the same however they are written in Latin letters, or without vowels", () => {
    const muhammad = ["Muhammad", "Mohamed", "Mohammed", "Mahomed", "محمد"];
    expect(new Set(muhammad.map((name) => soundOf(nameTokens(name)[0] ?? "")))).toEqual(
      new Set(["mhmd"]),
    );
    expect(soundOf("ivanov")).toBe(soundOf("iwanoff".replace("w", "v")));
    expect(soundOf("yusuf")).toBe(soundOf("joseph"));
    expect(soundOf("petrov")).not.toBe(soundOf("pavlov"));
    expect(wholeSound(["al", "qaida"])).toBe(wholeSound(["alqaida"]));
  });
});

describe("likeness of words", () => {
  it("is Jaro and Winkler's measure as they published it", () => {
    expect(jaroWinkler("martha", "marhta")).toBeCloseTo(0.9611, 4);
    expect(jaroWinkler("dwayne", "duane")).toBeCloseTo(0.84, 4);
    expect(jaroWinkler("dixon", "dicksonx")).toBeCloseTo(0.8133, 4);
    expect(jaroWinkler("abc", "xyz")).toBe(0);
  });

  it("is high for a slip and for another spelling, and none for chance", () => {
    expect(likeness("petrov", "petrof")).toBeGreaterThan(0.9);
    expect(likeness("petrov", "pertov")).toBeGreaterThan(0.9);
    expect(likeness("mohammed", "mhmd")).toBeGreaterThan(0.93);
    expect(likeness("muhammad", "mohammed")).toBeGreaterThan(0.8);
    expect(likeness("marina", "martin")).toBe(0);
    expect(likeness("li", "lu")).toBeLessThan(0.8);
  });

  it("is the same both ways, from 0 to 1, and 1 only for the same word", () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        const both = likeness(a, b);
        expect(both).toBeCloseTo(likeness(b, a), 9);
        expect(both).toBeGreaterThanOrEqual(0);
        expect(both).toBeLessThanOrEqual(1);
        if (a !== b) expect(both).toBeLessThan(1);
      }),
    );
  });

  it("never rules out by letters what is a slip", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{4,12}$/),
        fc.nat(11),
        fc.stringMatching(/^[a-z]$/),
        (word, place, letter) => {
          const at = place % word.length;
          const slip = word.slice(0, at) + letter + word.slice(at + 1);
          expect(mayBeSlip(lettersOf(word), lettersOf(slip))).toBe(true);
        },
      ),
    );
  });
});

const naughty = path.resolve(
  import.meta.dirname,
  "../../../../shared/security/naughty-strings/blns.json",
);

describe("hostile names", () => {
  const entries: readonly WatchEntry[] = [
    { id: "1", schema: "unknown", names: ["Plain Name"], list: "l", listVersion: "1" },
  ];

  function screensQuietly(name: string): void {
    const party = { id: "p", name };
    if (partyProblem(party) !== undefined) return;
    const own = buildIndex([...entries, { ...entries[0]!, id: "2", names: [name] }]);
    const { matches } = screen(own, party);
    const searchable = nameTokens(name).length > 0;
    expect(matches.some(({ entry, score }) => entry.id === "2" && score > 0.999)).toBe(searchable);
    expect(own.names.unsearchable).toBe(searchable ? 0 : 1);
  }

  it("of any characters are screened, and what holds letters finds itself", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", minLength: 1, maxLength: MAX_NAME_CHARACTERS }),
        screensQuietly,
      ),
    );
  });

  // A comparison that grows with the square of a name or worse would not end before the test is given up.
  it("that repeat, nest or are as long as may be are soon screened", () => {
    for (const piece of ["a", "a ", "a.", "'", "王", "ال", "l l c ", "́"]) {
      screensQuietly(piece.repeat(Math.floor(MAX_NAME_CHARACTERS / piece.length)));
    }
  });

  it.skipIf(!existsSync(naughty))("of the published corpus (needs ../shared)", () => {
    const corpus: readonly string[] = JSON.parse(readFileSync(naughty, "utf8"));
    expect(corpus.length).toBeGreaterThan(400);
    for (const name of corpus) screensQuietly(name);
  });
});
