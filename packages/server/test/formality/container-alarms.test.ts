/** Alarms of containers over HTTP: who may report them, what is refused, and what follows. */

import { eventually } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

const CONTAINER = "MSKU1234565";
let server: TestServer;
let filing: string;

beforeAll(async () => {
  server = await startTestServer();
  const begun = await call("trader", "/formalities", {
    kind: "filing",
    facts: { mode: "sea", master: "BL-1", containers: [CONTAINER] },
  });
  filing = begun.json.number;
  const house = { step: "fileHouse", facts: { goods: "Cotton trousers" } };
  await call("trader", `/formalities/${filing}/steps`, house);
  await inState("assessed");
});
afterAll(() => server?.stop());

async function call(user: string, path: string, json?: unknown, key?: string) {
  return server.call(`/v1${path}`, {
    token: await server.token(user),
    ...(json === undefined ? {} : { json }),
    ...(key === undefined ? {} : { headers: { "Idempotency-Key": key } }),
  });
}

const alarm = (user: string, more: object = {}, key?: string, container = CONTAINER) =>
  call(
    user,
    `/containers/${container}/alarms`,
    { kind: "temperature", at: new Date().toISOString(), ...more },
    key,
  );

async function inState(state: string) {
  return eventually(
    () => call("officer", `/formalities/${filing}`),
    ({ json }) => json.state === state,
  );
}

describe("an alarm of a container", () => {
  it("is of a kind that is named in every language of the country", async () => {
    const { json } = await server.call("/v1/code-lists/container-alarm");
    const seal = json.entries.find(({ code }: { code: string }) => code === "seal-broken");
    expect(Object.keys(seal.names)).toEqual(["en", "fr", "es", "ar"]);
  });

  it("is taken from customs and from whoever filed it; to others it does not exist", async () => {
    expect((await alarm("trader")).status).toBe(202);
    expect((await alarm("officer", {}, undefined, "TEMU0000001")).status).toBe(202);
    expect((await alarm("trader2")).json.code).toBe("CH8012");
    expect((await alarm("trader", {}, undefined, "TEMU0000001")).json.code).toBe("CH8012");
    for (const user of ["agency", "analyst", "administrator"])
      expect((await alarm(user)).status).toBe(403);
  });

  it("is one for one key, and refused with another request", async () => {
    const at = { at: new Date().toISOString() };
    const first = await alarm("trader", at, "k");
    expect(first.status).toBe(202);
    expect((await alarm("trader", at, "k")).json).toEqual(first.json);
    const other = await alarm("trader", { ...at, kind: "lost-signal" }, "k");
    expect([other.status, other.json.code]).toEqual([409, "CH8107"]);
  });

  it("is refused where it cannot be read, and says which part", async () => {
    const later = new Date(Date.now() + 3_600_000).toISOString();
    for (const [wrong, where] of [
      [{ kind: "stolen" }, "body.kind"],
      [{ at: "yesterday" }, "body.at"],
      [{ at: later }, "body.at"],
      [{ at: "2020-01-01T00:00:00Z" }, "body.at"],
      [{ location: "<b>" }, "body.location"],
      [{ more: "?" }, "body"],
    ] as const) {
      const refused = await alarm("trader", wrong);
      expect([refused.status, refused.json.code]).toEqual([400, "CH8000"]);
      expect(refused.json.message).toContain(where);
    }
    const shape = await alarm("officer", {}, undefined, "no%20number");
    expect([shape.status, shape.json.code]).toEqual([400, "CH8000"]);
    expect((await alarm("trader", { source: "x".repeat(5_000) })).status).toBe(413);
  });

  it("has the filing assessed anew, and its filer does not read why", async () => {
    const seal = { kind: "seal-broken", location: "XAHBR", source: "gate 4" };
    expect((await alarm("officer", seal)).status).toBe(202);
    const { json } = await inState("screeningAsked");
    expect(json.facts).toMatchObject({ trigger: "container-alarm", riskHits: ["XA-F07"] });
    expect(json.facts.containerAlarms).toContain("seal-broken");
    for (const path of ["", "/history"]) {
      const seen = await call("trader", `/formalities/${filing}${path}`);
      expect(seen.text).not.toMatch(/seal-broken|temperature|container-alarm|XA-F07|runKnew/);
    }
  });
});
