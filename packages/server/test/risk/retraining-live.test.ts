/** Retraining where declarations are lodged and people ask: a new model scores once it is signed, and who may ask for one. */
import { declaration } from "@customhouse/testkit";
import { eventually } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Retrainer } from "../../src/rooms/risk/retraining/retrainer.ts";
import { activatePolicy, signPolicy } from "../../src/rooms/risk/store/policies.ts";
import { startTestCore } from "../support/core.ts";
import { putPolicyInForce } from "../support/policies.ts";
import { putFacts, putModel, SMALL, storedFacts } from "../support/risk-history.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

describe("a retrained model", () => {
  let core: Awaited<ReturnType<typeof startTestCore>>;
  beforeAll(async () => {
    core = await startTestCore();
    core.advance(8 * 86_400);
  });
  afterAll(() => core?.stop());

  async function runOf(lrn: string) {
    const made = declaration({
      lrn,
      items: [{ commodity: "85171300", origin: "CN", price: "1.00" }],
    });
    const bytes = new TextEncoder().encode(JSON.stringify(made));
    const system = { subject: "test", role: "system" } as const;
    const lodged = await core.declarations.lodge(system, bytes, {
      contentType: "application/json",
    });
    if (lodged.status !== "lodged") throw new Error(lodged.message);
    const events = await core.rooms.declarations.store.events(lodged.caseId, 100);
    const body = events.findLast(({ type }) => type === "LaneAssigned")?.body;
    return (body as { readonly run: { readonly policy: number; readonly model: number } }).run;
  }

  it("scores once a second person has signed it and it is in force", async () => {
    const facts = storedFacts(900, 4);
    await putFacts(core.database, facts);
    const model = await putModel(core.database, facts, { trees: 1, depth: 1 });
    const version = await putPolicyInForce(core, { model, retraining: SMALL });
    const { database, clock } = core;
    const run = await new Retrainer({ database, clock, log: () => undefined }).runOnce();
    const draft = run?.draft ?? 0;
    await core.refreshRisk();
    const before = await runOf("BEFORE");
    expect(await signPolicy(database.writer, draft, "analyst", clock().toISOString())).toBe(true);
    await activatePolicy(database.writer, draft, "analyst", clock().toISOString());
    await core.refreshRisk();
    const after = await runOf("AFTER");
    expect([before.policy, after.policy]).toEqual([version, draft]);
    expect(after.model).not.toBe(before.model);
  });
});

describe("asking for a retraining", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server?.stop());

  const PATH = "/v1/risk/retrainings";
  const call = async (method: string, path: string, user: string) =>
    server.call(path, { method, token: await server.token(user) });

  it("is answered at once, and told to its end", async () => {
    const asked = await call("POST", PATH, "analyst");
    expect(asked.status, asked.text).toBe(202);
    expect(asked.json).toMatchObject({ reason: "asked", attempt: 0, state: "waiting" });
    const { id } = asked.json;
    expect(asked.headers.get("location")).toContain(`${PATH}/${id}`);
    const { json: over } = await eventually(
      () => call("GET", `${PATH}/${id}`, "analyst"),
      ({ json }) => json.state === "over",
    );
    // Nothing was controlled here.
    expect(over).toMatchObject({ outcome: "too-little", policy: 0, attempt: 1 });
    expect((await call("GET", PATH, "analyst")).json.items).toMatchObject([{ id }]);
    const figures = await server.call("/metrics");
    expect(figures.text).toMatch(/customhouse_risk_retraining_outcome\{outcome="too-little"\} 1/);
    expect(figures.text).toMatch(/customhouse_risk_retraining_age_seconds \d/);
  });

  it("can be taken back by whoever may ask, until it is over", async () => {
    const { json: asked } = await call("POST", PATH, "analyst");
    const cancelled = await call("POST", `${PATH}/${asked.id}/cancellation`, "analyst2");
    // A worker may have been faster: nothing was controlled here.
    expect([200, 409]).toContain(cancelled.status);
    const { json: over } = await call("GET", `${PATH}/${asked.id}`, "analyst");
    if (cancelled.status === 200) {
      expect(cancelled.json).toMatchObject({
        outcome: "cancelled",
        cancelledBy: expect.stringContaining("analyst2"),
      });
      expect(over).toEqual(cancelled.json);
    } else expect(cancelled.json.code).toBe("CH8140");
    const { json: next } = await call("POST", PATH, "analyst");
    const ended = await eventually(
      () => call("GET", `${PATH}/${next.id}`, "analyst"),
      ({ json }) => json.state === "over",
    );
    expect(ended.json.outcome).toBe("too-little");
    const late = await call("POST", `${PATH}/${next.id}/cancellation`, "analyst");
    expect([late.status, late.json.code]).toEqual([409, "CH8140"]);
    const none = `${PATH}/00000000-0000-7000-8000-000000000001/cancellation`;
    expect((await call("POST", none, "analyst")).json.code).toBe("CH8012");
  });

  it("is for analysts alone", async () => {
    for (const user of ["trader", "officer", "agency", "administrator"]) {
      for (const [method, path] of [
        ["GET", PATH],
        ["POST", PATH],
        ["GET", `${PATH}/00000000-0000-7000-8000-000000000001`],
        ["POST", `${PATH}/00000000-0000-7000-8000-000000000001/cancellation`],
      ] as const) {
        expect([user, (await call(method, path, user)).status]).toEqual([user, 403]);
      }
    }
    expect((await server.call(PATH)).status).toBe(401);
    const none = await call("GET", `${PATH}/00000000-0000-7000-8000-000000000001`, "analyst");
    expect([none.status, none.json.code]).toEqual([404, "CH8012"]);
    expect((await call("GET", `${PATH}/x`, "analyst")).json.code).toBe("CH8000");
  });

  it("is taken from a policy that is in order, and refused with what is not", async () => {
    const token = await server.token("analyst");
    const write = (retraining: unknown) =>
      server.call("/v1/risk/policies", {
        token,
        json: { note: "x", policy: { rules: [], retraining } },
      });
    const taken = await write({ everyDays: 7, activates: "by-itself" });
    expect(taken.json.policy.retraining).toMatchObject({ everyDays: 7, holdOut: 0.2, margin: 0 });
    for (const wrong of [{}, { everyDays: 0 }, { everyDays: 7, holdOut: 0.9 }, { every: 7 }]) {
      const refused = await write(wrong);
      expect([refused.status, refused.json.code], refused.text).toEqual([400, "CH8000"]);
    }
  });
});
