/** Runs are explained beside everything else, by what was read once, and a thread that is gone is begun anew. */
import { rule } from "@customhouse/testkit";
import { type TestDatabase, withDatabase } from "@customhouse/testkit/database";
import { afterAll, beforeAll, expect, it } from "vitest";
import { RecentlyUsed } from "../../src/rooms/risk/explanation/recently-used.ts";
import { ExplanationThread } from "../../src/rooms/risk/explanation/thread.ts";
import { storeModel } from "../../src/rooms/risk/store/policies.ts";
import { modelFile, modelOf } from "../support/models.ts";
import { putPolicyInForce } from "../support/policies.ts";

let database: TestDatabase;
let thread: ExplanationThread;
const logged: string[] = [];
const clock = () => new Date("2026-03-02T08:00:00Z");
const row = {
  at: "2026-03-02T08:00:00Z",
  day: "2026-03-02",
  declaration: {},
  items: [{ sequence: 1, hs4: "8517", value: 1 }],
};

beforeAll(async () => {
  database = await withDatabase();
  thread = new ExplanationThread({
    databaseUrl: database.url,
    log: (message) => logged.push(message),
  });
});
afterAll(async () => {
  await thread?.stop();
  await database?.drop();
});

async function inForce(feature = "item.value") {
  const { content, digest } = await modelFile(modelOf(feature));
  const model = {
    name: "m",
    card: {} as never,
    createdBy: "analyst",
    createdAt: clock().toISOString(),
  };
  await storeModel(database.writer, { ...model, digest, content });
  const version = await putPolicyInForce(
    { database, clock, refreshRisk: async () => undefined },
    { rules: [rule({ id: "PHONES", when: 'item.hs4 == "8517"', scope: "item" })], model: digest },
  );
  return { version, id: digest.slice(0, 12) };
}

it("tells rules and the model's share, to many at once", async () => {
  const { version, id } = await inForce();
  const told = await Promise.all([1, 2, 3].map(() => thread.explain(version, row)));
  for (const run of told) {
    expect(run?.rules).toMatchObject([{ rule: "PHONES", item: 1, joined: "one" }]);
    expect(run?.model).toMatchObject({
      id,
      contributions: [{ feature: "item.value", value: 1 }],
    });
    expect(run?.descriptions).toHaveProperty(["item.value"]);
  }
});

it("tells the rules alone where the model can no longer score", async () => {
  const { version, id } = await inForce("item.hs6");
  const run = await thread.explain(version, row);
  expect(run?.rules).toHaveLength(1);
  expect(run?.model).toEqual({ id });
  expect(logged.join()).toContain("item.hs6");
});

it("has no answer for a policy that is none, and goes on", async () => {
  expect(await thread.explain(1_000, row)).toBeUndefined();
  const { version } = await inForce();
  expect(await thread.explain(version, row)).toBeDefined();
});

it("answers nobody once it is stopped", async () => {
  const short = new ExplanationThread({ databaseUrl: database.url, log: () => undefined });
  const { version } = await inForce();
  const waiting = short.explain(version, row);
  await short.stop();
  expect(await waiting).toBeUndefined();
  expect(await short.explain(version, row)).toBeUndefined();
});

it("keeps what was asked for last, and nothing that could not be made", async () => {
  const kept = new RecentlyUsed<string>(2);
  const made: string[] = [];
  const get = (name: string) =>
    kept.get(name, async () => {
      made.push(name);
      if (name === "bad") throw new Error("bad");
      return name;
    });
  for (const name of ["a", "b", "a", "c", "a", "b"]) await get(name);
  expect(made).toEqual(["a", "b", "c", "b"]);
  for (let time = 0; time < 2; time += 1) await expect(get("bad")).rejects.toThrow("bad");
  expect(made.filter((name) => name === "bad")).toHaveLength(2);
});
