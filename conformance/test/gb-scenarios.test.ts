import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { judgePublished, publishedFolder } from "../src/gb/play.ts";

const folder = publishedFolder();
const known: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../gb/known-differences.json"), "utf8"),
);

it("plays the published GB scenarios: at least nine in ten as published, and no new difference", {
  timeout: 300_000,
}, (ctx) => {
  if (folder === undefined)
    return ctx.skip("the published scenarios are not beside this checkout (../shared/wco/gb)");
  const { judgements } = judgePublished(folder);
  const judged = judgements.filter(({ verdict }) => verdict === "match" || verdict === "miss");
  const matches = judged.filter(({ verdict }) => verdict === "match");
  expect(matches.length / judged.length).toBeGreaterThanOrEqual(0.9);
  const different = judgements
    .filter(({ verdict }) => verdict !== "match")
    .map(({ scenario }) => scenario);
  expect(different.filter((scenario) => known[scenario] === undefined)).toEqual([]);
});
