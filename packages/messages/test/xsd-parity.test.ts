/**
 * Whatever the published XSD refuses, decoding reports; what it accepts is refused only for
 * named reasons.
 */
import { describe, expect, test } from "vitest";
import { gbMessages } from "../../../countries/gb/src/messages/index.ts";
import { decode, encodeXml } from "../src/index.ts";
import { mutate } from "./mutations.ts";
import { bytesOf, filesIn, missing, seeded } from "./samples.ts";
import { openXsd } from "./xsd.ts";

const absent = missing("wco", "gb", "schemas");
const MUTATIONS_PER_SAMPLE = 60;

/**
 * Stricter than the XSD on purpose: no blank number codes, real days, real currencies,
 * restrictions before collapsing.
 */
const ON_PURPOSE = new Set(["CH1201", "CH1208", "CH1210", "CH1211"]);

const samples = filesIn("wco", "gb", "scenarios")
  .filter((file) => file.name.endsWith(".xml"))
  .map((file) => decode(file.bytes, { profile: gbMessages }))
  .filter((decoded) => decoded.findings.length === 0 && decoded.document?.MetaData);

function prettyOf(types: readonly string[]): string[] {
  return samples.flatMap(({ document, messageType }) =>
    document && messageType && types.includes(messageType)
      ? [encodeXml(document, messageType, gbMessages, { pretty: true })]
      : [],
  );
}

describe.skipIf(absent !== "")(`XSD parity${absent}`, () => {
  test.each([
    ["declaration", ["declaration", "amendment", "arrival"], 1],
    ["cancellation", ["cancellation"], 20],
    ["response", ["response"], 20],
  ] as const)(
    "%s",
    (schemaType, types, repeat) => {
      const isValid = openXsd(schemaType);
      const random = seeded(20_240_131);
      const missed: string[] = [];
      const tooStrict: string[] = [];
      let invalid = 0;
      const originals = prettyOf(types);
      for (const original of originals) {
        expect(isValid(original)).toBe(true);
        for (let at = 0; at < MUTATIONS_PER_SAMPLE * repeat; at++) {
          const text = mutate(original, random);
          const { findings, messageType } = decode(bytesOf(text), { profile: gbMessages });
          // A changed type code makes it another message, for which there is another schema.
          if (messageType !== undefined && !(types as readonly string[]).includes(messageType))
            continue;
          const codes = findings.map((finding) => finding.code);
          if (!isValid(text)) {
            invalid++;
            if (codes.length === 0) missed.push(text);
          } else if (codes.some((code) => !ON_PURPOSE.has(code))) {
            tooStrict.push(`${codes.join()} ${findings[0]?.path} ${findings[0]?.found}`);
          }
        }
      }
      expect(originals.length).toBeGreaterThan(0);
      expect(invalid).toBeGreaterThan(500);
      expect(missed.slice(0, 1)).toEqual([]);
      expect(tooStrict.slice(0, 5)).toEqual([]);
    },
    120_000,
  );
});
