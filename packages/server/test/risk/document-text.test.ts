/** Of documents that are text the text is read, bounded; of others it is said that none is. */
import { describe, expect, it } from "vitest";
import { textOfDocument } from "../../src/rooms/risk/document-text.ts";

const read = (mediaType: string, content: string | Uint8Array) =>
  textOfDocument(mediaType, typeof content === "string" ? Buffer.from(content) : content);

describe("the text of a document", () => {
  it.each([
    ["text/plain", " 200 cotton shirts\n", "200 cotton shirts"],
    ["text/csv", "qty,goods\n5,shirts", "qty,goods\n5,shirts"],
    ["application/json", '{"lines": [{"goods": "shirts", "qty": 5}]}', "shirts\n5"],
    [
      "application/xml",
      "<a note='x'><b>shirts &amp; ties</b><!-- no --><![CDATA[<5>]]></a>",
      "shirts & ties\n<5>",
    ],
  ])("of %s", (mediaType, content, text) => {
    expect(read(mediaType, content)).toEqual({ isRead: true, text, isCut: false });
  });

  it.each([
    ["application/pdf", "%PDF-1.7 shirts", "kind"],
    ["image/png", "shirts", "kind"],
    ["constructor", "shirts", "kind"],
    ["application/json", "{", "broken"],
    ["application/json", "[".repeat(500_000), "broken"],
    ["application/xml", "<a><b></a>", "broken"],
    ["application/xml", "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", "broken"],
    ["application/xml", `<a>${" ".repeat(1_000_001)}</a>`, "large"],
    ["text/plain", Uint8Array.of(0xff, 0xfe, 0x41), "broken"],
  ])("is not read of %s", (mediaType, content, why) => {
    expect(read(mediaType, content)).toEqual({ isRead: false, why });
  });

  it("is cut where nobody would read on, and never within a character", () => {
    const long = read("text/plain", "ж".repeat(600_000));
    expect(long).toMatchObject({ isRead: true, isCut: true });
    expect(long.isRead && long.text).toHaveLength(20_000);
  });
});
