/** Another country's messages need only data: bare root, other namespaces, elements of its own. */
import { baseStructures, type MessageProfile, parseDictionary } from "@customhouse/model";
import { expect, test } from "vitest";
import { gbMessages } from "../../../countries/gb/src/messages/index.ts";
import { decode, encodeXml, validate } from "../src/index.ts";
import { bytesOf } from "./samples.ts";

const DECLARATION = "urn:wco:datamodel:WCO:DEC-DMS:2";
const EXTRA = "urn:example:extra:1";

const [branch] = parseDictionary(
  `
Branch X1 party | Which branch of a business is meant.
  BranchID X01 - an..8 ID | Number of the branch.
`,
  "example",
);

/** The same namespace as GB's, with more in it. */
const other: MessageProfile = {
  country: "QZ",
  messages: [
    { type: "declaration", namespace: DECLARATION, structure: baseStructures.declaration },
  ],
  extensions: [
    {
      class: "Declaration",
      namespace: EXTRA,
      elements: [
        {
          name: "ProcedureCategory",
          wcoId: "X02",
          format: "an..3",
          dataType: "Code",
          definition: "Which data set the declaration follows.",
          label: "public",
          source: "example",
        },
      ],
      children: [
        { name: "ProcedureCategory", kind: "element", min: 0, max: 1, children: [] },
        {
          name: "Branch",
          kind: "class",
          min: 0,
          max: Number.POSITIVE_INFINITY,
          children: [{ name: "BranchID", kind: "element", min: 1, max: 1, children: [] }],
        },
      ],
    },
    { class: "Branch", wcoId: "X1", elements: Object.values(branch?.elements ?? {}), children: [] },
  ],
  informationPackages: [
    {
      name: "H7",
      messageType: "declaration",
      when: { path: "ProcedureCategory", in: ["H7"] },
      elements: [{ path: "InvoiceAmount", use: "M" }],
      rules: [],
    },
  ],
  codeLists: [],
};

const xml = `<Declaration xmlns="${DECLARATION}" xmlns:x="${EXTRA}">
  <AcceptanceDateTime><DateTimeString formatCode="102">20240131</DateTimeString></AcceptanceDateTime>
  <FunctionCode>9</FunctionCode>
  <x:ProcedureCategory>H7</x:ProcedureCategory>
  <x:Branch><x:BranchID>12</x:BranchID></x:Branch>
</Declaration>`;

test("a bare declaration with a country's own elements", () => {
  const { document, findings, messageType } = decode(bytesOf(xml), { profile: other });
  expect(findings).toEqual([]);
  expect(document).toEqual({
    Declaration: {
      AcceptanceDateTime: "20240131",
      "AcceptanceDateTime@formatCode": "102",
      FunctionCode: "9",
      ProcedureCategory: "H7",
      Branch: [{ BranchID: "12" }],
    },
  });
  const again = encodeXml(document ?? {}, messageType ?? "", other);
  expect(again).toContain(`xmlns:ds="${EXTRA}"`);
  expect(decode(bytesOf(again), { profile: other }).document).toEqual(document);
  expect(validate(document ?? {}, "declaration", other, { date: "2024-01-31" })).toMatchObject([
    { code: "CH1301", path: "$.Declaration.InvoiceAmount" },
  ]);
});

test("which schema applies is the profile's to say, not the namespace's", () => {
  const { findings } = decode(bytesOf(xml), { profile: gbMessages });
  expect(findings.map((finding) => finding.code)).toEqual(["CH1103", "CH1101", "CH1101"]);
});

test("a country's element in the wrong namespace is reported", () => {
  const wrong = xml.replaceAll("x:", "").replace(`xmlns:x="${EXTRA}"`, "");
  const { findings } = decode(bytesOf(wrong), { profile: other });
  expect(findings[0]?.code).toBe("CH1103");
});
