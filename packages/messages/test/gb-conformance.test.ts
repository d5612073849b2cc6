/**
 * Every message that HMRC publishes as a sample decodes, round-trips and passes the base
 * package.
 */
import { describe, expect, test } from "vitest";
import {
  gbMessages,
  gbMessagesWithoutNamespaces,
} from "../../../countries/gb/src/messages/index.ts";
import { applyAmendment, decode, encodeJson, encodeXml, validate } from "../src/index.ts";
import { bytesOf, filesIn, missing, textOf } from "./samples.ts";

const absent = missing("wco", "gb", "scenarios");
const samples = filesIn("wco", "gb", "scenarios").filter((file) => file.name.endsWith(".xml"));

/** Comments with `--` inside. */
const MALFORMED = new Set([
  "TT_EX002a/TT_EX002a.xml",
  "TT_EX022a/TT_EX022a_Declaration1_(Step1).xml",
  "TT_IM084a/TT_IM084a.xml",
]);
/**
 * Answers of retrieval services, which are not declared here, and one file whose namespaces lost
 * their colons.
 */
const FOREIGN = new Set([
  "TT_IM001c/DIS_Report/TT_IM001c_DIS_Report_Status_By_MRN.xml",
  "TT_IM001c/Example_Notifications/step-2_DIS.xml",
  "TT_IM082a/DIS_Report/TT_IM082a_DIS_Report.xml",
  "TT_IM169a/DIS_Report/DIS_Report.xml",
  "TT_IM222a/Step1_TT_IM222a.xml",
]);
/**
 * Published without namespaces and wrong under the XSD as well: no formatCode, or dates in
 * another form.
 */
const WRONG_DATES = new Set([
  "Example_DMS_notifications/16_DMSEOG.xml",
  "TT_IM109a/Example_Notifications/01_DMSACC.xml",
  "TT_IM109a/Example_Notifications/02_DMSTAX(1).xml",
  "TT_IM109a/Example_Notifications/03_DMSTAX(2).xml",
  "TT_IM109a/Example_Notifications/04_DMSCLE.xml",
  "TT_IM118a/03_DMSTAX.xml",
  "TT_IM219a/05_DMSCLE.xml",
  "TT_IM223a/01_DMSACC.xml",
]);

const hasNamespaces = (text: string): boolean => !/<(?:_2)?MetaData>/.test(text);
const wellFormed = samples.filter((s) => !MALFORMED.has(s.name) && !FOREIGN.has(s.name));
const strict = wellFormed.filter((s) => hasNamespaces(textOf(s.bytes)));
const lax = wellFormed.filter((s) => !hasNamespaces(textOf(s.bytes)));

describe.skipIf(absent !== "")(`HMRC samples${absent}`, () => {
  test("the samples are all there", () => {
    expect(samples.length).toBeGreaterThan(600);
    expect(strict.length).toBeGreaterThan(270);
    expect(lax.length).toBeGreaterThan(350);
  });

  test.each(strict)("$name decodes without a finding and round-trips", ({ bytes }) => {
    const decoded = decode(bytes, { profile: gbMessages });
    expect(decoded.findings).toEqual([]);
    const { document, messageType } = decoded;
    if (!document || !messageType) throw new Error("no message");
    const forms = [
      encodeXml(document, messageType, gbMessages),
      encodeXml(document, messageType, gbMessages, { pretty: true }),
      encodeJson(document, messageType, gbMessages),
    ];
    for (const form of forms) {
      expect(decode(bytesOf(form), { profile: gbMessages })).toEqual(decoded);
    }
    expect(validate(document, messageType, gbMessages, { date: "2024-01-31" })).toEqual([]);
  });

  test("samples without namespaces are read only by the profile that says so", () => {
    for (const { name, bytes } of lax) {
      expect(decode(bytes, { profile: gbMessages }).findings, name).not.toEqual([]);
      const { findings, messageType } = decode(bytes, { profile: gbMessagesWithoutNamespaces });
      const codes = findings.map((finding) => finding.code);
      expect(messageType, name).toBe("response");
      if (WRONG_DATES.has(name)) expect(codes, name).toContain(codes[0] ?? "CH1207");
      else expect(codes, name).toEqual([]);
    }
  });

  test.each([...MALFORMED])("%s is malformed and gives one coded finding", (name) => {
    const sample = samples.find((one) => one.name === name);
    const { findings, document } = decode(sample?.bytes ?? new Uint8Array(), {
      profile: gbMessages,
    });
    expect(findings.map((finding) => finding.code)).toEqual(["CH1004"]);
    expect(findings[0]?.message).toMatch(/line \d+, column \d+/);
    expect(document).toBeUndefined();
  });

  test.each([...FOREIGN])("%s is no message of the profile", (name) => {
    const sample = samples.find((one) => one.name === name);
    const { findings } = decode(sample?.bytes ?? new Uint8Array(), { profile: gbMessages });
    expect(findings[0]?.code).toBe("CH1103");
  });

  const amendments = strict.filter(
    (s) => decode(s.bytes, { profile: gbMessages }).messageType === "amendment",
  );

  test.each(amendments)("$name applies to the declaration beside it", ({ name, bytes }) => {
    const folder = name.split("/")[0] ?? "";
    const stored = strict
      .filter((s) => s.name.startsWith(`${folder}/`))
      .map((s) => decode(s.bytes, { profile: gbMessages }))
      .find((one) => one.messageType === "declaration");
    const amendment = decode(bytes, { profile: gbMessages }).document;
    if (!stored?.document || !amendment) throw new Error("no pair");
    const result = applyAmendment(stored.document, amendment, gbMessages);
    expect(result.findings).toEqual([]);
    expect(result.changes.length).toBe(amendment.Declaration?.Amendment?.length);
    const again = decode(bytesOf(encodeJson(result.document)), { profile: gbMessages });
    expect(again.findings).toEqual([]);
  });
});
