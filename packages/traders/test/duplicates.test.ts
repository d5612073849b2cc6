/** Registrations that may be of one and the same trader: whatever is found is found both ways, with its reasons. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockingKeys, type KnownTrader, type MasterRecord, TraderIndex } from "../src/index.ts";

let made = 0;
function trader(Name: string, more: Partial<MasterRecord> = {}): KnownTrader {
  made += 1;
  return { tin: `XA${String(made).padStart(7, "0")}`, master: { Name, ...more } };
}

function like(one: KnownTrader, other: KnownTrader) {
  return new TraderIndex([one, other]).similarTo(one)[0];
}
const scoreOf = (one: string, other: string) => like(trader(one), trader(other))?.score;
const at = (Line: string, CityName = "Port Town", PostcodeID = "XA-1000") => ({
  Address: [{ Line, CityName, PostcodeID }],
});
const registered = (StatementCode: string, StatementDescription: string) => ({
  AdditionalInformation: [{ StatementTypeCode: "REG", StatementCode, StatementDescription }],
});
const reached = (...numbers: readonly string[]) => ({
  Communication: numbers.map((ID) => ({ ID })),
});

describe("two names", () => {
  it.each([
    ["Aurora Trading", "Aurora Trading"],
    ["Aurora Trading", "Trading Aurora"],
    ["Aurora Trading", "AURORA TRADING LTD."],
    ["Aurora Trading", "Aurora-Trading, G.m.b.H."],
    ["Épices Générales", "Epices generales S.A.R.L."],
    ["Straße Ærø Łódź", "strasse aero lodz"],
    ["Ørsted", "Orsted"],
    ["The Aurora", "Aurora"],
  ])("%s and %s are the same", (one, other) => {
    expect(scoreOf(one, other)).toBe(1);
  });

  // Published pairs of the Jaro-Winkler measure (Winkler 1990).
  it.each([
    ["MARTHA", "MARHTA", 0.961],
    ["DWAYNE", "DUANE", undefined],
    ["CRATE", "TRACE", undefined],
    ["NICHLESON", "NICHULSON", 0.956],
    ["JERALDINE", "GERALDINE", undefined],
    ["JERALDINE", "JERALDYNE", 0.956],
    ["ABCVWXYZ", "ABCVWXZY", 0.975],
  ])("%s and %s are alike by %s", (one, other, expected) => {
    expect(scoreOf(one, other)).toBe(expected);
  });

  it("count each word by its letters", () => {
    // Seven of fourteen letters of one have a partner, and all of the other.
    expect(scoreOf("Meridian", "Meridian Quartzit")).toBe(0.75);
    expect(scoreOf("Meridian", "Meridian Quartzitic Foundry")).toBe(0.66);
  });

  it("of nothing but legal forms are like none", () => {
    expect(scoreOf("Ltd", "Ltd")).toBeUndefined();
    expect(scoreOf("", "")).toBeUndefined();
  });
});

describe("what speaks beside the name", () => {
  it("is an address, which weighs a quarter where both have one", () => {
    const same = like(trader("Aurora", at("1 Quay Road")), trader("Aurora", at("1 Quay Road")));
    expect(same).toMatchObject({
      score: 1,
      reasons: [
        { of: "name", score: 1 },
        { of: "address", score: 1 },
      ],
    });
    const moved = like(trader("Aurora", at("1 Quay")), trader("Aurora", at("9 Hill", "Ulm", "77")));
    expect(moved).toMatchObject({ score: 0.75, reasons: [{ of: "name", score: 1 }] });
    expect(like(trader("Aurora", at("1 Quay")), trader("Aurora"))?.score).toBe(1);
  });

  it("is a registration number, which all but proves it", () => {
    const one = trader("Aurora", registered("VAT", "XA 123-4"));
    expect(like(one, trader("Boreal", registered("VAT", "XA1234")))).toMatchObject({
      score: 0.95,
      reasons: [{ of: "registration number", value: "VAT:XA1234" }],
    });
    expect(like(one, trader("Aurora", registered("VAT", "XA1234")))).toMatchObject({
      score: 1,
      reasons: [{ of: "registration number" }, { of: "name" }],
    });
    expect(like(one, trader("Boreal", registered("DUNS", "XA1234")))).toBeUndefined();
    const stated = trader("Boreal", {
      AdditionalInformation: [
        { StatementTypeCode: "ROL", StatementCode: "VAT", StatementDescription: "XA1234" },
      ],
    });
    expect(like(one, stated)).toBeUndefined();
  });

  it("is a contact, however it is written, which adds three tenths of what is missing", () => {
    const one = trader("Meridian", reached("+44 20 7946 0018", "A@b.org"));
    const other = trader("Meridian Quartzit", reached("020 7946 0018"));
    expect(like(one, other)).toMatchObject({
      score: 0.825,
      reasons: [
        { of: "name", score: 0.75 },
        { of: "contact", value: "079460018" },
      ],
    });
    expect(like(one, trader("Boreal", reached("a@b.org")))).toBeUndefined();
    expect(like(trader("Aurora", reached("-")), trader("Boreal", reached("?")))).toBeUndefined();
  });
});

describe("an index of traders", () => {
  it("gives the best first, then by number, at most twenty, and never the trader itself", () => {
    const own = trader("Aurora Trading");
    const others = Array.from({ length: 25 }, () => trader("Aurora Tradings"));
    const best = trader("Trading Aurora");
    const found = new TraderIndex([...others.toReversed(), best, own]).similarTo(own);
    expect(found).toHaveLength(20);
    expect(found.map(({ tin }) => tin)).toEqual([
      best.tin,
      ...others.slice(0, 19).map(({ tin }) => tin),
    ]);
  });

  const aWord = fc.constantFrom("aurora", "aurore", "boreal", "quartz", "quarz", "mill", "ltd");
  const aKnown = fc
    .record({ words: fc.array(aWord, { maxLength: 4 }), phone: fc.constantFrom("", "0123456789") })
    .map(({ words, phone }) => trader(words.join(" "), reached(phone)));

  it("finds both ways with one score between the least and one, by a key that both have", () => {
    fc.assert(
      fc.property(aKnown, aKnown, (one, other) => {
        const index = new TraderIndex([one, other]);
        const [there] = index.similarTo(one);
        const [back] = index.similarTo(other);
        expect(there?.score).toBe(back?.score);
        if (there === undefined) return;
        expect(there.tin).toBe(other.tin);
        expect(there.score).toBeGreaterThanOrEqual(0.6);
        expect(there.score).toBeLessThanOrEqual(1);
        const keys = new Set(blockingKeys(one));
        expect(blockingKeys(other).some((key) => keys.has(key))).toBe(true);
      }),
    );
  });

  it("has keys of beginnings, of pairs of them, of numbers and of contacts", () => {
    const one = trader("Mill Aurora Aurum", { ...registered("VAT", "7"), ...reached("x@y.z") });
    expect(blockingKeys(one)).toEqual(["wmil", "waur", "paur/mil", "nVAT:7", "cx@y.z"]);
    const many = blockingKeys(trader("aaa bbb ccc ddd eee fff ggg"));
    expect(many.filter((key) => key.startsWith("w"))).toHaveLength(7);
    expect(many.filter((key) => key.startsWith("p"))).toHaveLength(15);
    expect(blockingKeys({ tin: "XA1", master: {} })).toEqual([]);
  });
});
