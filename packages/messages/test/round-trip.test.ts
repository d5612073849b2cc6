/** What is written is read back the same, for any document the data model allows. */
import { ownMessages } from "@customhouse/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gbMessages } from "../../../countries/gb/src/messages/index.ts";
import { canonicalForm, compileMessages, decode, encodeJson, encodeXml } from "../src/index.ts";
import { arbitraryMessage } from "./arbitrary-message.ts";
import { bytesOf } from "./samples.ts";

const profile = { ...gbMessages, messages: [...gbMessages.messages, ...ownMessages] };
const codec = compileMessages(profile);

describe("round trip", () => {
  test.each([...codec.plans.keys()])(
    "%s",
    (type) => {
      fc.assert(
        fc.property(arbitraryMessage(codec, type), (document) => {
          for (const pretty of [false, true]) {
            const fromXml = decode(bytesOf(encodeXml(document, type, profile, { pretty })), {
              profile,
            });
            expect(fromXml.findings).toEqual([]);
            expect(fromXml.messageType).toBe(type);
            expect(fromXml.document).toEqual(document);
          }
          const json = encodeJson(document, type, profile);
          const fromJson = decode(bytesOf(json), { profile });
          expect(fromJson).toMatchObject({ findings: [], messageType: type, document });
          // The order of keys is the schema's, whichever way a message came in.
          expect(encodeJson(fromJson.document ?? {})).toBe(json);
          expect(canonicalForm(fromJson.document ?? {})).toBe(canonicalForm(document));
        }),
        { numRuns: 60, seed: 4 },
      );
    },
    60_000,
  );

  test("canonical form does not depend on the order of keys", () => {
    expect(canonicalForm({ Declaration: { TypeCode: "IMA", FunctionCode: "9" } })).toBe(
      '{"Declaration":{"FunctionCode":"9","TypeCode":"IMA"}}',
    );
  });
});
