/** A policy of risk over HTTP: written, tried on history, signed off by a second person, in force, explained, taken back. */
import { declaration, rule } from "@customhouse/testkit";
import { eventually } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let counter = 0;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

const as = (user: string) => server.token(user);

async function lodge(commodity: string): Promise<string> {
  counter += 1;
  const made = declaration({ lrn: `POLICY-${counter}`, items: [{ commodity }] });
  const json = JSON.parse(JSON.stringify(made));
  const answer = await server.call("/v1/declarations", { token: await as("trader"), json });
  expect(answer.status, answer.text).toBe(202);
  return answer.json.caseId;
}

async function post(path: string, user = "analyst", json?: unknown) {
  return server.call(path, { method: "POST", token: await as(user), json });
}

const phones = rule({ id: "PHONES", when: 'item.hs4 == "8517" && item.value > 1.0' });

async function written(...rules: unknown[]): Promise<string> {
  const answer = await post("/v1/risk/policies", "analyst", { note: "Test", policy: { rules } });
  expect(answer.status, answer.text).toBe(201);
  return `/v1/risk/policies/${answer.json.version}`;
}

async function tried(path: string) {
  const answer = await eventually(
    () => post(`${path}/backtest`),
    ({ status }) => status !== 202,
  );
  expect(answer.status, answer.text).toBe(200);
  return answer.json;
}

describe("a policy of risk", () => {
  it("is refused whole when one rule is not right, and says where", async () => {
    const rules = [phones, rule({ id: "WRONG", when: "item.hs4 > 5" })];
    const answer = await post("/v1/risk/policies", "analyst", { note: "x", policy: { rules } });
    expect([answer.status, answer.json.code]).toEqual([422, "CH8120"]);
    expect(answer.json.findings).toMatchObject([
      {
        code: "CH4214",
        path: "$.rules[WRONG]",
        found: "string > int",
        place: { start: 0, end: 12 },
      },
    ]);
    const checked = await post("/v1/risk/rules/check", "analyst", { rules });
    expect(checked.status).toBe(422);
    expect((await post("/v1/risk/rules/check", "analyst", { rules: [phones] })).json).toEqual({
      rules: 1,
    });
  });

  it("goes live only after history and a second person, and comes back in one step", async () => {
    await lodge("85171300");
    const seen = async () => {
      const path = await written(rule({ id: "ANY", when: "true" }));
      return (await tried(path)).report.cases as number;
    };
    await eventually(seen, (cases) => cases > 0);
    const path = await written(phones);
    expect((await post(`${path}/activation`)).json.code).toBe("CH8121");
    expect((await post(`${path}/signature`, "analyst2")).json.code).toBe("CH8121");
    const { report } = await tried(path);
    expect(report.after).toMatchObject({ selected: report.cases });
    expect(report.laneShift.green.yellow).toBe(report.cases);
    expect((await post(`${path}/signature`)).json.code).toBe("CH8122");
    expect((await post(`${path}/activation`)).json.code).toBe("CH8121");
    expect((await post(`${path}/signature`, "analyst2")).status).toBe(200);
    expect((await post(`${path}/activation`)).json.state).toBe("active");
    const caseId = await lodge("85171300");
    const purpose = { Purpose: "control" };
    const run = () =>
      as("officer").then((token) =>
        server.call(`/v1/cases/${caseId}/risk`, { token, headers: purpose }),
      );
    const { json } = await eventually(run, ({ json: found }) => found.rules !== undefined);
    expect(json.selection).toMatchObject({ lane: "yellow", criteria: ["PHONES"] });
    expect(json.rules[0].parts).toMatchObject([
      { text: 'item.hs4 == "8517"', held: true, values: { "item.hs4": "8517" } },
      { held: true },
    ]);
    expect(json.descriptions["item.hs4"]).toMatchObject({
      en: "Heading: the first four digits.",
      ar: "البند التعريفي: الأرقام الأربعة الأولى.",
    });
    const blind = await server.call(`/v1/cases/${caseId}/risk`, { token: await as("officer") });
    expect(blind.json.code).toBe("CH8124");
    const own = await server.call(`/v1/cases/${caseId}/risk`, { token: await as("trader") });
    expect(own.status).toBe(403);
    expect((await post("/v1/risk/rollback")).json).toEqual({ version: 0 });
    expect((await post("/v1/risk/rollback")).json.code).toBe("CH8121");
    expect((await post(`${path}/activation`)).json.code).toBe("CH8121");
  });

  it("gives the catalogue of features in all languages, to analysts", async () => {
    const path = "/v1/risk/features";
    const { json } = await server.call(path, { token: await as("analyst") });
    const found = json.items.find(({ name }: { name: string }) => name === "importerHits90");
    expect(found.description).toEqual({
      en: "Controls of the importer that found something in 90 days.",
      fr: "Contrôles de l’importateur avec constat sur 90 jours.",
      es: "Controles del importador con hallazgos en 90 días.",
      ar: "ما وجد مخالفات من عمليات الرقابة على بيانات المستورد خلال 90 يوما.",
    });
    expect((await server.call(path, { token: await as("officer") })).status).toBe(403);
  });

  it("refuses a model that is none, and a policy that names one that is not there", async () => {
    // The second is as large as four forests learnt from 100,000 items: too large for a document, and not for a model.
    for (const rest of ["", "0".repeat(12 * 1024 * 1024)]) {
      const broken = await server.call("/v1/risk/models?name=x", {
        method: "POST",
        token: await as("analyst"),
        body: `customhouse-model 1 sha256:00\n${rest}`,
        headers: { "Content-Type": "application/octet-stream" },
      });
      expect([broken.status, broken.json.code]).toEqual([422, "CH8123"]);
    }
    const policy = { rules: [], model: "0".repeat(64) };
    const answer = await post("/v1/risk/policies", "analyst", { note: "x", policy });
    expect([answer.status, answer.json.code]).toEqual([422, "CH8120"]);
  });
});
