/** Words of descriptions in the risk run: a model is brought in, a policy names it, its rules see what the words say. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeDescriptions } from "@customhouse/history/description-file";
import { trainDescriptions } from "@customhouse/learning/text";
import { declaration, rule } from "@customhouse/testkit";
import { eventually } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

const MORE = ["", " new", " used", " in boxes", " small", " large", " red"];
const rows = ["0101 live horses", "6203 cotton trousers", "8471 laptop computer"].flatMap((line) =>
  MORE.map((more) => ({ code: line.slice(0, 4), text: line.slice(5) + more })),
);

let server: TestServer;
let counter = 0;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

async function post(path: string, json?: unknown, user = "analyst") {
  return server.call(`/v1${path}`, { method: "POST", token: await server.token(user), json });
}

async function modelBytes(): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "customhouse-words-"));
  const { model } = trainDescriptions({ rows, digits: 4, seed: 1 });
  const card = { trainedAt: "2026-01-01T00:00:00Z", data: [], seed: 1, heldOut: [], limits: [] };
  await writeDescriptions(join(folder, "model"), { card, model });
  const bytes = await readFile(join(folder, "model"));
  await rm(folder, { recursive: true });
  return bytes;
}

async function stored(body: Uint8Array) {
  return server.call("/v1/risk/description-models?name=test", {
    token: await server.token("analyst"),
    body,
    headers: { "Content-Type": "application/octet-stream" },
  });
}

async function selectionOf(description: string, commodity = "62034235") {
  counter += 1;
  const made = declaration({ lrn: `WORDS-${counter}`, items: [{ commodity, description }] });
  const token = await server.token("trader");
  const lodged = await server.call("/v1/declarations", { token, json: made });
  expect(lodged.status, lodged.text).toBe(202);
  const run = await eventually(
    async () =>
      server.call(`/v1/cases/${lodged.json.caseId}/risk`, {
        token: await server.token("officer"),
        headers: { Purpose: "control" },
      }),
    ({ status }) => status === 200,
  );
  return run.json.selection;
}

/** Of a paper that the trader sends, as an officer reads it. */
async function textOf(mediaType: string, content: string, reader = "officer") {
  counter += 1;
  const token = await server.token("trader");
  const made = declaration({ lrn: `WORDS-${counter}` });
  const lodged = await server.call("/v1/declarations", { token, json: made });
  const { mrn, caseId } = lodged.json;
  const sent = await server.call(`/v1/declarations/${mrn}/documents?name=paper&type=N380`, {
    ...{ method: "POST", token, body: content },
    headers: { "Content-Type": mediaType },
  });
  expect(sent.status, sent.text).toBe(200);
  const documents = await server.call(`/v1/declarations/${mrn}/documents`, { token });
  const { id } = documents.json.items[0];
  return server.call(`/v1/cases/${caseId}/documents/${id}/text`, {
    token: await server.token(reader),
    headers: { Purpose: "control" },
  });
}

describe("the text of a supporting document", () => {
  it("is for officers, and said to be unread where it is no text", async () => {
    const paper = await textOf("text/plain", "500 laptop computers");
    expect(paper.json).toEqual({
      ...{ mediaType: "text/plain", isRead: true, isCut: false },
      text: "500 laptop computers",
    });
    const pdf = await textOf("application/pdf", "%PDF-1.7 laptop computers");
    expect(pdf.json).toEqual({ mediaType: "application/pdf", isRead: false, why: "kind" });
    expect((await textOf("text/plain", "mine", "trader")).status).toBe(403);
  });
});

describe("words of descriptions", () => {
  it("are read by the model that the policy names, and by none without it", async () => {
    expect((await selectionOf("parts")).run.extras.texts).toBeUndefined();
    const model = await stored(await modelBytes());
    expect(model.status, model.text).toBe(201);
    const { digest } = model.json;
    const rules = [
      rule({ id: "VAGUE", when: "item.vagueDescription", lane: "yellow" }),
      rule({ id: "UNFIT", when: "has(item.headingScore) && item.headingScore < 0.1", lane: "red" }),
    ];
    const policy = { rules, descriptions: digest };
    const made = await post("/risk/policies", { note: "Words", policy });
    expect(made.status, made.text).toBe(201);
    const path = `/risk/policies/${made.json.version}`;
    await eventually(
      () => post(`${path}/backtest`),
      ({ status }) => status === 200,
    );
    await post(`${path}/signature`, undefined, "analyst2");
    expect((await post(`${path}/activation`)).json.state).toBe("active");
    const vague = await selectionOf("parts");
    expect(vague).toMatchObject({ lane: "yellow", criteria: ["VAGUE"] });
    expect(vague.run.extras.texts["1"]).toMatchObject({ vague: true });
    const fits = await selectionOf("cotton trousers");
    expect(fits).toMatchObject({ lane: "green" });
    expect(fits.run.extras.texts["1"].headingScore).toBeGreaterThan(0.5);
    const unfit = await selectionOf("laptop computer");
    expect(unfit).toMatchObject({ lane: "red", criteria: ["UNFIT"] });
    const paper = await textOf("text/plain", "500 laptop computers, new, in boxes");
    expect(paper.json).toMatchObject({
      ...{ isRead: true, isCut: false, text: "500 laptop computers, new, in boxes" },
      words: { vague: false, suggested: [{ code: "8471" }, {}, {}] },
    });
    const unknown = await selectionOf("laptop computer", "85171300");
    expect(unknown.run.extras.texts["1"]).toEqual({ vague: false });
  });

  it("are not read by what is no model, and no policy names one that is not there", async () => {
    const bytes = await modelBytes();
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const broken = await stored(bytes);
    expect([broken.status, broken.json.code]).toEqual([422, "CH8123"]);
    const policy = { rules: [], descriptions: "0".repeat(64) };
    const refused = await post("/risk/policies", { note: "x", policy });
    expect([refused.status, refused.json.code]).toEqual([422, "CH8120"]);
  });
});
