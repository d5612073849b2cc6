/** Descriptions and codes: what is learnt, what is suggested, what is vague, and the same twice. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDescription } from "../src/text/check-description.ts";
import { codeProbabilities, suggestCodes } from "../src/text/description-model.ts";
import { featuresOf, MAX_DESCRIPTION_CHARACTERS } from "../src/text/text-features.ts";
import { type Described, trainDescriptions } from "../src/text/train-descriptions.ts";
import { vaguenessOf } from "../src/text/vague.ts";

const GOODS: Readonly<Record<string, readonly string[]>> = {
  "0101.21": [
    "live horses for breeding",
    "horses alive",
    "pure-bred mares",
    "horse, stallion",
    "chevaux vivants",
  ],
  "620342": [
    "cotton trousers for men",
    "jeans of cotton",
    "mens trousers",
    "work trousers cotton",
    "pantalons de coton",
  ],
  "847130": [
    "laptop computer",
    "notebook computers 14 inch",
    "portable computer",
    "laptops",
    "ordinateur portable",
  ],
  "100630": [
    "rice, milled",
    "milled basmati rice",
    "white rice in bags",
    "rice polished",
    "أرز أبيض",
  ],
};
const rows: readonly Described[] = Object.entries(GOODS).flatMap(([code, texts]) =>
  texts.map((text) => ({ code, text })),
);
const trained = trainDescriptions({ rows, digits: 4, seed: 1 });
const { model } = trained;

describe("a model of descriptions", () => {
  it("suggests the code of wording it has not seen, with probabilities that sum to one", () => {
    const first = (text: string) => suggestCodes(model, text, 1)[0]?.code;
    expect(first("breeding horse")).toBe("0101");
    expect(first("blue cotton jeans")).toBe("6203");
    expect(first("lap-top computer 15 inch")).toBe("8471");
    expect(first("basmati rice")).toBe("1006");
    expect(first("أرز")).toBe("1006");
    expect(first("comptuer portable")).toBe("8471");
    const all = suggestCodes(model, "cotton", 10);
    expect(all).toHaveLength(4);
    expect(all.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
  });

  it("is the same twice, tells what it held out, and takes the scorer that did better there", () => {
    const again = trainDescriptions({ rows, digits: 4, seed: 1 });
    expect(again).toEqual(trained);
    expect(trained.heldOut.map(({ kind }) => kind)).toEqual(["centroid", "bayes"]);
    const best = [...trained.heldOut].sort((a, b) => a.lossBits - b.lossBits)[0];
    expect(model.scorer.kind).toBe(best?.kind);
    expect(trainDescriptions({ rows, digits: 2, seed: 1 }).model.codes).toEqual([
      "01",
      "10",
      "62",
      "84",
    ]);
  });

  it("refuses with a code what cannot be learnt", () => {
    const code = (input: Parameters<typeof trainDescriptions>[0]) => {
      try {
        trainDescriptions(input);
        return "learnt";
      } catch (error) {
        return (error as { code?: string }).code;
      }
    };
    expect(code({ rows: rows.slice(0, 10), digits: 4, seed: 1 })).toBe("CH4452");
    expect(code({ rows: rows.map((row) => ({ ...row, code: "0101" })), digits: 4, seed: 1 })).toBe(
      "CH4452",
    );
    expect(code({ rows: [...rows, { text: "x", code: "12AB" }], digits: 4, seed: 1 })).toBe(
      "CH4451",
    );
    expect(code({ rows: [...rows, { text: "x", code: "12" }], digits: 4, seed: 1 })).toBe("CH4451");
  });
});

describe("a declared code", () => {
  it("is likely, unlikely or unknown for a description", () => {
    const right = checkDescription(model, "horses for breeding", "01012100");
    const wrong = checkDescription(model, "horses for breeding", "8471.30");
    expect(right.probability).toBeGreaterThan(wrong.probability);
    expect([right.likelier, right.best.code]).toEqual([0, "0101"]);
    expect(wrong.likelier).toBeGreaterThan(0);
    expect(checkDescription(model, "horses", "9999")).toMatchObject({
      known: false,
      probability: 0,
    });
    expect(() => checkDescription(model, "horses", "live")).toThrow(/code/i);
  });
});

describe("vague wording", () => {
  it.each([
    "parts",
    "Spare Parts",
    "samples as per invoice",
    "GIFT",
    "pièces détachées",
    "échantillons",
    "muestras varias otros",
    "repuestos según factura",
    "قطع غيار",
    "هدايا",
    "",
    "12345",
    "???",
  ])("is %s, with or without a model", (text) => {
    const known = text === "muestras varias otros";
    expect(vaguenessOf(text).vague).toBe(!known);
    expect(vaguenessOf(text, model).vague || known).toBe(true);
  });

  it("is not what names the goods, even beside empty words", () => {
    for (const text of ["laptop computer", "parts of laptop computers", "أرز أبيض"]) {
      expect([text, vaguenessOf(text).vague, vaguenessOf(text, model).vague]).toEqual([
        text,
        false,
        false,
      ]);
    }
    expect(vaguenessOf("parts of laptop").emptyShare).toBeCloseTo(2 / 3, 9);
  });
});

const shared = path.resolve(import.meta.dirname, "../../../../shared");

describe("hostile descriptions", () => {
  const quiet = (text: string) => {
    const sum = codeProbabilities(model, text).reduce((total, one) => total + one, 0);
    expect(sum).toBeCloseTo(1, 6);
    expect(vaguenessOf(text, model).emptyShare).toBeLessThanOrEqual(1);
  };

  it("of any characters and any length give probabilities", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), quiet));
    const long = "word ".repeat(100_000);
    expect(featuresOf(long)).toEqual(featuresOf(long.slice(0, MAX_DESCRIPTION_CHARACTERS)));
  });

  const naughty = path.join(shared, "security/naughty-strings/blns.json");
  it.skipIf(!existsSync(naughty))("of the published corpus (needs ../shared)", () => {
    for (const text of JSON.parse(readFileSync(naughty, "utf8")) as readonly string[]) quiet(text);
  });
});

const nomenclature = path.join(shared, "codelists/harmonized-system.csv");

describe.skipIf(!existsSync(nomenclature))("the texts of HS 2022 (needs ../shared)", () => {
  it("name the heading of subheadings that were held out", () => {
    const lines = readFileSync(nomenclature, "utf8").split("\n").slice(1);
    const described = lines.flatMap((line) => {
      const found = /^[^,]*,(\d{4,6}),(?:"((?:[^"]|"")*)"|([^,]*)),/.exec(line);
      return found === null ? [] : [{ code: found[1] ?? "", text: found[2] ?? found[3] ?? "" }];
    });
    expect(described.length).toBeGreaterThan(6_000);
    const { heldOut } = trainDescriptions({ rows: described, digits: 4, seed: 1 });
    const best = heldOut.find(({ kind }) => kind === "centroid");
    expect(best?.top1).toBeGreaterThan(0.8);
    expect(best?.top5).toBeGreaterThan(0.95);
  });
});
