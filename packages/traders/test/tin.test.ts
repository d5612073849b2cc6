/** Numbers of traders: the WCO base rule, the country's own, and the digit that checks the others. */
import type { TinFormat } from "@customhouse/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkTin } from "../src/index.ts";

function format(country: string, checkDigit: TinFormat["checkDigit"]): TinFormat {
  return { country, pattern: "[0-9A-Z]{2,15}", checkDigit, example: "", source: "" };
}

describe("a TIN", () => {
  it.each([
    ["XA1000001", undefined],
    ["GB021111236000", undefined],
    ["FR1", undefined],
    ["FR123456789012345", undefined],
    ["FR1234567890123456", "not a TIN"],
    ["FR", "not a TIN"],
    ["fr123", "not a TIN"],
    [" FR123", "not a TIN"],
    ["FR12-3", "not a TIN"],
    ["", "not a TIN"],
    ["ZY123", "no such country"],
    ["AA1", undefined],
    ["QM1", undefined],
    ["QL1", "no such country"],
    ["XZ1", undefined],
    ["ZZ1", undefined],
    ["XA100000", "not in the country's format"],
    ["XA10000011", "not in the country's format"],
    ["GB02111123600", "not in the country's format"],
  ])("%s: %s", (tin, problem) => {
    expect(checkTin(tin)).toBe(problem);
  });

  it.each([
    // Published examples: the card number of ISO/IEC 7812, and one of its digits changed.
    ["luhn", "79927398713", undefined],
    ["luhn", "79927398710", "wrong check digit"],
    ["luhn", "18", undefined],
    ["luhn", "59", undefined],
    ["luhn", "50", "wrong check digit"],
    ["luhn", "7992739871A", "wrong check digit"],
    // ISO 7064: 794 with its check characters 44; letters count from ten.
    ["mod97", "79444", undefined],
    ["mod97", "79445", "wrong check digit"],
    ["mod97", "3214282912345698765432161182", undefined],
    ["mod97", "A68", undefined],
    ["mod97", "Z90", undefined],
    ["mod97", "Z91", "wrong check digit"],
  ] as const)("whose check digit is %s: %s", (checkDigit, rest, problem) => {
    const formats = [format("XB", undefined), format("XA", checkDigit)];
    if (rest.length <= 15) expect(checkTin(`XA${rest}`, formats)).toBe(problem);
    expect(checkTin(`XB${rest.slice(0, 15)}`, formats)).toBeUndefined();
  });

  it("has one check digit that is right, and no other", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{5,14}$/), (digits) => {
        const right = [..."0123456789"].filter(
          (last) => checkTin(`XA${digits}${last}`, [format("XA", "luhn")]) === undefined,
        );
        expect(right).toHaveLength(1);
      }),
    );
  });
});
