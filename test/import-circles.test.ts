/** What `npm run imports` calls a circle. */
import { expect, test } from "vitest";
import { circles } from "../scripts/import-circles.ts";

const graphOf = (arrows: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(arrows).map(([file, targets]) => [file, new Set(targets)]));

test("a row of imports is no circle", () => {
  expect(circles(graphOf({ a: ["b"], b: ["c"], c: [] }))).toEqual([]);
});

test("a circle holds every file that reaches itself through the others, and no other", () => {
  const found = circles(graphOf({ a: ["b"], b: ["c", "d"], c: ["a"], d: [], e: ["a"] }));
  expect(found.map((circle) => [...circle].sort())).toEqual([["a", "b", "c"]]);
});

test("two circles that share no file are two", () => {
  const found = circles(graphOf({ a: ["b"], b: ["a", "c"], c: ["d"], d: ["c"] }));
  expect(found.map((circle) => [...circle].sort()).sort()).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});
