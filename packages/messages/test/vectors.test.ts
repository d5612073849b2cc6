/** Vectors that anyone may reuse: small messages with the codes that decoding has to give. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { gbMessages } from "../../../countries/gb/src/messages/index.ts";
import { decode, encodeXml, messageErrors } from "../src/index.ts";
import { bytesOf } from "./samples.ts";

interface Vector {
  readonly file: string;
  readonly codes: readonly string[];
  readonly messageType?: string;
  readonly paths?: readonly string[];
}

const folder = new URL("../../../conformance/vectors/messages/", import.meta.url);
const { vectors } = JSON.parse(readFileSync(new URL("vectors.json", folder), "utf8")) as {
  readonly vectors: readonly Vector[];
};

describe("message vectors", () => {
  test.each(vectors)("$file", ({ file, codes, messageType, paths }) => {
    const bytes = new Uint8Array(readFileSync(new URL(file, folder)));
    const decoded = decode(bytes, { profile: gbMessages });
    expect(decoded.findings.map((finding) => finding.code)).toEqual(codes);
    if (paths) expect(decoded.findings.map((finding) => finding.path)).toEqual(paths);
    for (const { code, message } of decoded.findings) {
      expect(messageErrors[code]?.code).toBe(code);
      expect(message).toMatch(/\.$/);
    }
    if (messageType === undefined) return;
    expect(decoded.messageType).toBe(messageType);
    const again = encodeXml(decoded.document ?? {}, messageType, gbMessages);
    expect(decode(bytesOf(again), { profile: gbMessages })).toEqual(decoded);
  });
});
