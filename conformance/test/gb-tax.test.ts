import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { publishedFolder } from "../src/gb/play.ts";
import { judgeTaxes } from "../src/gb/tax.ts";

const folder = publishedFolder();
const known: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../gb/known-tax-differences.json"), "utf8"),
);

it("recomputes the published GB tax notifications to the minor unit, but for the listed ones", (ctx) => {
  if (folder === undefined)
    return ctx.skip("the published scenarios are not beside this checkout (../shared/wco/gb)");
  const judgements = judgeTaxes(path.join(folder, "scenarios"));
  const misses = judgements.filter(({ verdict }) => verdict === "miss");
  expect(misses.filter(({ scenario }) => known[scenario] === undefined)).toEqual([]);
  const matches = judgements.filter(({ verdict }) => verdict === "match");
  expect(matches.length).toBeGreaterThanOrEqual(100);
});
