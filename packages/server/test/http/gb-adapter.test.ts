/** The published Customs Declarations API, served for the GB profile. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { eventually } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gbAdapter } from "../../../../countries/gb/src/adapter.ts";
import type { CountryAdapter } from "../../src/platform/http/country-adapter.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

const scenario = fileURLToPath(
  new URL("../../../../../shared/wco/gb/scenarios/TT_IM117a/Step1_TT_IM117a.xml", import.meta.url),
);
const present = existsSync(scenario);

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer({ country: "gb" });
  token = await server.token("trader");
});
afterAll(() => server?.stop());

const HEADERS = {
  Accept: "application/vnd.hmrc.3.0+xml",
  "Content-Type": "application/xml; charset=UTF-8",
};
const post = (path: string, body: string, headers: Record<string, string> = HEADERS, as = token) =>
  server.call(`/customs/declarations${path}`, { token: as, body, headers });

test("the adapter has the shape that the server mounts", () => {
  const adapter: CountryAdapter = gbAdapter;
  expect(adapter.routes.length).toBe(9);
});

describe("refusals have the published codes and shape", () => {
  test.each<[string, Record<string, string>, string, number, string]>([
    ["no version", { ...HEADERS, Accept: "application/xml" }, "<a/>", 406, "ACCEPT_HEADER_INVALID"],
    [
      "JSON",
      { ...HEADERS, "Content-Type": "application/json" },
      "{}",
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    ["a bad badge", { ...HEADERS, "X-Badge-Identifier": "a" }, "<a/>", 400, "BAD_REQUEST"],
    ["not XML", HEADERS, "hello", 400, "BAD_REQUEST"],
    ["unknown message", HEADERS, "<a/>", 400, "BAD_REQUEST"],
  ])("%s", async (_name, headers, body, status, code) => {
    const answer = await post("/", body, headers);
    expect(answer.status, answer.text).toBe(status);
    expect(answer.headers.get("content-type")).toContain("application/xml");
    expect(answer.text).toContain(`<errorResponse><code>${code}</code><message>`);
  });

  test("schema faults are listed", async () => {
    const { text } = await post(
      "/",
      '<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><X/></Declaration>',
    );
    expect(text).toContain("<errors><error><code>xml_validation_error</code>");
  });

  test("without a token", async () => {
    const answer = await post("/", "<a/>", HEADERS, "nonsense");
    expect([answer.status, answer.text.includes("UNAUTHORIZED")]).toEqual([401, true]);
  });
});

const why = present ? "" : " (skipped: the published scenarios are not here)";
describe.skipIf(!present)(`a published scenario${why}`, () => {
  test("lodged with 202 and no body, told through pull notifications, files uploaded", async () => {
    const xml = readFileSync(scenario, "utf8");
    const tin = /<Declarant>\s*<ID>([^<]+)/.exec(xml)?.[1] ?? "";
    const own = await server.sign({ sub: "gb", role: "trader", tin });
    const lodged = await post("/", xml, HEADERS, own);
    expect([lodged.status, lodged.text], lodged.text).toEqual([202, ""]);
    const conversation = lodged.headers.get("x-conversation-id") ?? "";
    expect(conversation).toMatch(/^[0-9a-f-]{36}$/);

    const headers = { Accept: "application/vnd.hmrc.1.0+xml" };
    const list = (which: string) => server.call(`/notifications/${which}`, { token: own, headers });
    const unpulled = await eventually(
      () => list("unpulled"),
      (answer) => answer.json.notifications.length > 0,
    );
    const [first] = unpulled.json.notifications as string[];
    const read = await server.call(first ?? "", { token: own, headers });
    expect(read.headers.get("x-conversation-id")).toBe(conversation);
    expect(read.text).toContain("FunctionCode");
    expect((await list("pulled")).json.notifications).toEqual([
      first?.replace("unpulled", "pulled"),
    ]);
    expect((await list("unpulled")).json.notifications).not.toContain(first);

    const { json } = await server.call("/v1/declarations", { token: own });
    const { mrn } = json.items[0];
    const asked = await post("/file-upload", uploadRequest(mrn), HEADERS, own);
    expect(asked.status, asked.text).toBe(200);
    const href = /<Href>([^<]+)/.exec(asked.text)?.[1] ?? "";
    const policy = /<policy>([^<]+)/.exec(asked.text)?.[1] ?? "";
    expect((await upload(href, `${policy}x`)).status).toBe(404);
    const taken = await upload(href, policy);
    expect([204, 422], await taken.clone().text()).toContain(taken.status);
    const stranger = await server.sign({ sub: "x", role: "trader", tin: "GB999999999999" });
    expect((await post("/file-upload", uploadRequest(mrn), HEADERS, stranger)).status).toBe(404);
  });
});

function upload(href: string, policy: string): Promise<Response> {
  const form = new FormData();
  form.set("policy", policy);
  form.set("file", new File(["%PDF-1.7"], "licence.pdf", { type: "application/pdf" }));
  return fetch(href, { method: "POST", body: form });
}

function uploadRequest(mrn: string): string {
  return `<FileUploadRequest xmlns="hmrc:fileupload"><DeclarationID>${mrn}</DeclarationID>
<FileGroupSize>1</FileGroupSize><Files><File><FileSequenceNo>1</FileSequenceNo>
<DocumentType>Licence</DocumentType></File></Files></FileUploadRequest>`;
}
