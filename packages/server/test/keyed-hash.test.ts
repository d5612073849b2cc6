import { createHmac, createSecretKey } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { keyedHash } from "../src/platform/keyed-hash.ts";

it("is HMAC-SHA-256, for keys and texts of any length", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 200 }),
      fc.string({ maxLength: 300, unit: "grapheme" }),
      (key, text) => {
        const secret = createSecretKey(key);
        const expected = createHmac("sha256", secret).update(text).digest("hex");
        expect(keyedHash(secret)(text).toString("hex")).toBe(expected);
      },
    ),
  );
});
