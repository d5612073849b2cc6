/** Attack corpora: decoding never throws, is quick, and says in code what it refuses. */
import { patience } from "@customhouse/testkit/patience";
import { describe, expect, test } from "vitest";
import { gbMessages } from "../../../countries/gb/src/messages/index.ts";
import { decode } from "../src/index.ts";
import { bytesOf, filesIn, missing } from "./samples.ts";

const absent = missing("security");
const LIMIT_MS = 1_000;
const formats = ["xml", "json"] as const;

describe.skipIf(absent !== "")(`attack corpora${absent}`, () => {
  const files = filesIn("security");

  test.each(files)("$name", ({ bytes }) => {
    for (const format of formats) {
      const start = performance.now();
      const decoded = decode(bytes, { profile: gbMessages, format });
      expect(performance.now() - start).toBeLessThan(patience(LIMIT_MS));
      expect(decoded.findings[0]?.code).toMatch(/^CH1\d{3}$/);
      expect(decoded.messageType).toBeUndefined();
    }
  });
});

describe("limits", () => {
  const xml = (text: string, limits = {}) =>
    decode(bytesOf(text), { profile: gbMessages, limits, format: "xml" }).findings[0]?.code;
  const json = (text: string, limits = {}) =>
    decode(bytesOf(text), { profile: gbMessages, limits, format: "json" }).findings[0]?.code;

  test.each([
    ["bytes", "CH1001", xml("<a/>".padEnd(50), { maxBytes: 10 })],
    ["depth", "CH1006", xml("<a>".repeat(100_000))],
    ["elements", "CH1007", xml(`<a>${"<b/>".repeat(300_000)}</a>`)],
    [
      "attributes",
      "CH1008",
      xml(`<a ${Array.from({ length: 40 }, (_, n) => `b${n}=""`).join(" ")}/>`),
    ],
    ["attribute length", "CH1009", xml(`<a b="${"x".repeat(5_000)}"/>`)],
    ["JSON depth", "CH1006", json("[".repeat(100_000))],
    [
      "JSON names",
      "CH1007",
      json(`{${Array.from({ length: 300_000 }, (_, n) => `"a${n}":1`).join()}}`),
    ],
    ["empty", "CH1013", xml("")],
    ["blank", "CH1004", xml("  \n")],
    ["DOCTYPE", "CH1005", xml('<?xml version="1.0"?><!-- x --><!DOCTYPE a><a/>')],
    ["DOCTYPE in lower case", "CH1005", xml("<!doctype a><a/>")],
    ["encoding", "CH1002", xml('<?xml version="1.0" encoding="ISO-8859-1"?><a/>')],
    ["unknown entity", "CH1004", xml("<a>&xxe;</a>")],
    ["inherited entity name", "CH1004", xml("<a>&constructor;</a>")],
    ["duplicate JSON name", "CH1011", json('{"Declaration":{},"Decl\\u0061ration":{}}')],
    ["prototype", "CH1100", json('{"__proto__":{"x":1}}')],
    ["constructor", "CH1100", json('{"constructor":{"prototype":{"x":1}}}')],
  ])("%s", (_name, expected, code) => {
    expect(code).toBe(expected);
  });

  test("UTF-16 and broken UTF-8 are refused before parsing", () => {
    const utf16 = new Uint8Array([0xff, 0xfe, 0x3c, 0x00, 0x61, 0x00, 0x2f, 0x00, 0x3e, 0x00]);
    const broken = new Uint8Array([0x3c, 0x61, 0x3e, 0xc3, 0x28, 0x3c, 0x2f, 0x61, 0x3e]);
    expect(decode(utf16, { profile: gbMessages }).findings[0]?.code).toBe("CH1002");
    expect(decode(broken, { profile: gbMessages }).findings[0]?.code).toBe("CH1003");
  });

  test("findings stop at the limit and say so", () => {
    const parts = Array.from({ length: 300 }, () => "<Odd/>").join("");
    const text = `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">${parts}</Declaration>`;
    const { findings } = decode(bytesOf(text), { profile: gbMessages });
    expect(findings).toHaveLength(101);
    expect(findings[100]?.code).toBe("CH1012");
  });

  test("nothing reaches the prototype of other objects", () => {
    json('{"Declaration":{"__proto__":{"polluted":"yes"},"FunctionCode":"9"}}');
    xml('<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><__proto__ a="b"/></Declaration>');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
