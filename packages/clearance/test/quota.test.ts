import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate } from "../src/index.ts";

const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });

describe("the allocation of a day", () => {
  it("gives never more than there is, nor than was asked, and treats equal claims alike", () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { maxLength: 20 }), (available, claims) => {
        const shares = allocate(available, claims);
        const sum = shares.reduce((total, share) => total + share, 0n);
        const wanted = claims.reduce((total, claim) => total + claim, 0n);
        expect(sum <= available || sum === wanted).toBe(true);
        expect(sum <= available).toBe(true);
        for (const [index, share] of shares.entries()) {
          expect(share >= 0n && share <= (claims[index] ?? 0n)).toBe(true);
          const twin = claims.indexOf(claims[index] ?? 0n);
          expect(shares[twin]).toBe(share);
        }
        // No more is left over than one smallest part a claim.
        if (wanted > available) expect(available - sum).toBeLessThan(BigInt(claims.length));
        else expect(shares).toEqual(claims);
      }),
    );
  });

  it("has nothing to give from a balance below zero", () => {
    expect(allocate(-5n, [1n, 2n])).toEqual([0n, 0n]);
  });
});
