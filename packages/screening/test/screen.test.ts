/** Screening: what is found and why, what else counts, limits; and changes alone give what everything anew gives. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffLists, rescreen } from "../src/hits/changes.ts";
import { identifierKind } from "../src/identifiers.ts";
import type { Party, WatchEntry } from "../src/party.ts";
import { type ScreeningMatch, screen } from "../src/search/screen.ts";
import { buildIndex } from "../src/search/screening-index.ts";

const entry = (id: string, name: string, more: Partial<WatchEntry> = {}): WatchEntry => ({
  id,
  schema: "person",
  names: [name],
  list: "test",
  listVersion: "1",
  ...more,
});

const LIST: readonly WatchEntry[] = [
  entry("arab", "محمد حسن الكريمي", { countries: ["sy"], birthDates: ["1961-03-04"] }),
  entry("rus", "Юрий Хрущёв"),
  entry("org", "Northern Star Shipping Company Limited", { schema: "organisation" }),
  entry("alias", "Jean Baptiste Delacroix", { names: ["Jean Baptiste Delacroix", "The Falcon"] }),
  entry("ship", "Ocean Pearl", { schema: "vessel", identifiers: ["IMO 9074729"] }),
  entry("han", "王小明"),
  entry("jong", "Kim Jong Un"),
  entry("hangul", "박근혜"),
  entry("quay", "12 Harbour Quay, Port Sable", { schema: "address" }),
  entry("old", "Carla Montenegro", { validTo: "2025-12-31" }),
];
const index = buildIndex(LIST);
const party = (name: string, more: Partial<Party> = {}): Party => ({ id: "p", name, ...more });
const found = (name: string, more: Partial<Party> = {}) =>
  screen(index, party(name, more)).matches.map((match) => match.entry.id);

describe("a party is found", () => {
  it.each([
    ["Mohammed Hassan al-Karimi", "arab"],
    ["KARIMI, Muhamad Hasan", "arab"],
    ["Yuri Khrushchev", "rus"],
    ["Yury Khruschev", "rus"],
    ["Nothern Star Shipping Ltd.", "org"],
    ["NorthernStar Shipping Company Ltd", "org"],
    ["falcon the", "alias"],
    ["Jean Delacroix", "alias"],
    ["Wang Xiaoming", "han"],
    ["김정은", "jong"],
    ["Park Geun-hye", "hangul"],
    ["Park Geunhye", "hangul"],
    ["Xiaoming WANG", "han"],
  ])("%s as %s", (name, id) => {
    expect(found(name)).toEqual([id]);
  });

  it.each([
    "Mohammed Saleh",
    "Yuri Gagarin",
    "Southern Cross Shipping Ltd",
    "Jean Dupont",
    "김민수",
    "최정은",
    "Ltd",
    "",
  ])("not when only a common part is the same: %s", (name) => {
    expect(found(name === "" ? "-" : name)).toEqual([]);
  });

  it("with the words that were matched and all that speaks for or against it", () => {
    const [match] = screen(
      index,
      party("Mohammed Hassan al-Karimi", { birthDate: "1961-03-04", country: "SY" }),
    ).matches;
    expect(match?.listName).toBe("محمد حسن الكريمي");
    expect(match?.words.map(({ party: ours }) => ours).sort()).toEqual([
      "al",
      "hassan",
      "karimi",
      "mohammed",
    ]);
    expect(match?.evidence.map(({ kind }) => kind)).toEqual(["birth-date-same", "country-same"]);
    expect(match?.score).toBeCloseTo((match?.nameScore ?? 0) + 0.07, 9);
  });

  it("by an identifier whatever the name, and doubted when a ship has another number", () => {
    expect(found("Some Other Name", { identifiers: ["9074729"] })).toEqual(["ship"]);
    expect(screen(index, party("x", { identifiers: ["imo-9074729"] })).matches[0]?.score).toBe(1);
    expect(found("Ocean Pearl", { identifiers: ["IMO 9321483"] })).toEqual([]);
    expect(found("Ocean Pearl", { identifiers: ["ABC123456"] })).toEqual(["ship"]);
    expect(identifierKind("9074729")).toBe("imo");
    expect(identifierKind("9074728")).toBe("other");
    expect(identifierKind("5493001KJTIIGC8Y1R12")).toBe("lei");
    expect(identifierKind("5493001KJTIIGC8Y1R13")).toBe("other");
  });

  it("less surely when born in another year, or of another kind", () => {
    const score = (more: Partial<Party>) =>
      screen(index, party("Muhammad Hassan Al Karimi", more), { threshold: 0.8 }).matches[0]
        ?.score ?? 0;
    expect(score({ birthDate: "1961-03-04" })).toBeGreaterThan(score({}));
    expect(score({ birthDate: "1961" })).toBeGreaterThan(score({}));
    expect(score({ birthDate: "1975-01-01" })).toBeLessThan(score({}));
    expect(score({ country: "BR" })).toBeLessThan(score({}));
    expect(score({ schema: "vessel" })).toBeLessThan(score({}));
  });

  it("by an address that is listed, and never by a name that is like one", () => {
    expect(found("Plain Trader", { address: "Harbor Quay 12, Port Sable" })).toEqual(["quay"]);
    expect(found("12 Harbour Quay Port Sable")).toEqual([]);
    expect(found("Plain Trader", { address: "Yuri Khrushchev" })).toEqual([]);
  });

  it("only while the entry is in force", () => {
    const on = (day: string) =>
      screen(index, party("Carla Montenegro"), { on: day }).matches.length;
    expect([on("2025-12-31"), on("2026-01-01")]).toEqual([1, 0]);
  });
});

describe("limits", () => {
  it("refuses with a code", () => {
    const code = (act: () => unknown) => {
      try {
        act();
        return "accepted";
      } catch (error) {
        return (error as { code?: string }).code;
      }
    };
    expect(code(() => screen(index, party("")))).toBe("CH4401");
    expect(code(() => screen(index, party("x".repeat(301))))).toBe("CH4401");
    expect(code(() => screen(index, party("x", { aliases: Array(200).fill("y") })))).toBe("CH4401");
    expect(code(() => screen(index, party("x"), { threshold: 0.5 }))).toBe("CH4404");
    expect(code(() => screen(index, party("x"), { threshold: Number.NaN }))).toBe("CH4404");
    expect(code(() => buildIndex([entry("1", " ")]))).toBe("CH4402");
    expect(code(() => buildIndex([entry("1", "a"), entry("1", "b")]))).toBe("CH4403");
  });

  it("counts the names that are too many to compare", () => {
    const many = Array.from({ length: 6_000 }, (_, at) => entry(String(at), "Anna Bell"));
    const { matches, candidates, cut } = screen(buildIndex(many), party("Anna Bell"));
    expect([matches.length, candidates, cut]).toEqual([5_000, 5_000, 1_000]);
  });
});

const WORDS =
  "anna ana bell bel petrov petrof mohammed محمد muhamad ooo ltd gamma delta 王小明 wang xiaoming karimi الكريمي star".split(
    " ",
  );
const anyName = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(" "));
const anyEntry = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"),
  schema: fc.constantFrom("person" as const, "organisation" as const),
  names: fc.array(anyName, { minLength: 1, maxLength: 3 }),
  countries: fc.constantFrom<readonly string[]>([], ["fr"]),
  identifiers: fc.constantFrom<readonly string[]>([], ["TIN-778899"]),
  list: fc.constant("test"),
  listVersion: fc.constantFrom("1", "2"),
});
const anyList = fc.uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 8 });
const anyParties = fc.array(
  fc.record({
    name: anyName,
    country: fc.constantFrom(undefined, "FR", "DE"),
    identifiers: fc.constantFrom<readonly string[]>([], ["778899"]),
  }),
  { maxLength: 6 },
);

describe("a changed list", () => {
  it("is told by what was added, changed and removed, and its version alone is no change", () => {
    const after = [
      ...LIST.slice(1).map((one) => ({ ...one, listVersion: "2" })),
      entry("new", "Somebody New"),
    ].map((one) => (one.id === "rus" ? { ...one, countries: ["ru"] } : one));
    const { added, changed, removed } = diffLists(LIST, after);
    expect([added, changed, removed].map((some) => some.map(({ id }) => id))).toEqual([
      ["new"],
      ["rus"],
      ["arab"],
    ]);
  });

  it("gives by its changes what screening everything anew gives", () => {
    fc.assert(
      fc.property(anyList, anyList, anyParties, (before, after, some) => {
        const parties = some.map((one, at) => ({ id: `p${at}`, ...one }));
        const old = buildIndex(before);
        const weights = old.names.weightOfWord;
        const all = (list: readonly WatchEntry[]) => {
          const against = buildIndex(list, { weights });
          return parties.flatMap((one) => screen(against, one).matches);
        };
        const plain = (matches: readonly ScreeningMatch[]) =>
          matches.map(({ entry: { listVersion: _, ...one }, ...match }) => ({ ...match, one }));
        const changes = diffLists(before, after);
        const result = rescreen({ changes, parties, matches: all(before), weights });
        expect(plain(result.matches)).toEqual(plain(all(after)));
        const pairs = (matches: readonly ScreeningMatch[]) =>
          new Set(matches.map((match) => `${match.party.id} ${match.entry.id}`));
        const [was, is] = [pairs(all(before)), pairs(all(after))];
        expect(pairs(result.appeared)).toEqual(new Set([...is].filter((pair) => !was.has(pair))));
        expect(pairs(result.withdrawn)).toEqual(new Set([...was].filter((pair) => !is.has(pair))));
      }),
      { numRuns: 300 },
    );
  });
});
