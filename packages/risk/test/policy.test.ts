/** The thresholds of a policy rise with how intrusive the lane is. */
import { expect, it } from "vitest";
import { checkedPolicy } from "../src/index.ts";

const codesOf = (red: number, yellow: number, blue: number) => {
  const checked = checkedPolicy({ rules: [], lanes: { thresholds: { red, yellow, blue } } });
  return "policy" in checked ? [] : checked.map(({ code }) => code);
};

it("takes thresholds that rise, and refuses others", () => {
  expect(codesOf(0.8, 0.5, 0.3)).toEqual([]);
  expect(codesOf(1, 1, 1)).toEqual([]);
  expect(codesOf(0.3, 0.5, 0.8)).toEqual(["CH4224"]);
  expect(codesOf(1.1, 0.5, 0.3)).toEqual(["CH4224"]);
  expect(codesOf(0.8, 0.5, 0)).toEqual(["CH4224"]);
  expect(codesOf(0.8, 0.2, 0.3)).toEqual(["CH4224"]);
});
