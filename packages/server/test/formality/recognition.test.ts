/** Partners' operators: listed by import, trusted while the arrangement is in force, and no longer. */

import { xa } from "@customhouse/country-xa";
import type { Declaration } from "@customhouse/model";
import { declaration } from "@customhouse/testkit";
import { checkRecognisedTraders } from "@customhouse/traders";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compose } from "../../src/rooms/declarations/decide/compose.ts";
import { type LookedUp, lookUp } from "../../src/rooms/declarations/decide/gather.ts";
import { startTestCore } from "../support/core.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let officer: string;
let second: string;
let keeper: string;

beforeAll(async () => {
  server = await startTestServer();
  officer = await server.token("officer");
  second = await server.token("officer2");
  keeper = await server.token("administrator");
});
afterAll(() => server?.stop());

const step = (token: string, number: string, name: string, more: Record<string, unknown> = {}) =>
  server.call(`/v1/formalities/${number}/steps`, { token, json: { step: name, ...more } });

async function arrangement(): Promise<string> {
  const facts = { partner: "XB", programme: "Trusted trader", types: ["F"], grants: ["MRAF"] };
  const json = { kind: "recognition", holder: "XBCUSTOMS", facts };
  const made = await server.call("/v1/formalities", { token: officer, json });
  expect(made.status, made.text).toBe(201);
  const { number } = made.json;
  expect((await step(officer, number, "putInForce")).json.code).toBe("CH3205");
  const put = await step(second, number, "putInForce", { facts: { validFrom: "2020-01-01" } });
  expect(put.json, put.text).toMatchObject({ state: "active", inForce: true });
  return number;
}

const send = (number: string, traders: readonly unknown[], token = keeper) =>
  server.call(`/v1/recognitions/${number}/traders`, { token, json: { traders } });
const grantsOf = async (id: string) =>
  (await server.call(`/v1/recognised-traders/${id}`, { token: officer })).json.items;

const LIST = [
  { id: "XB100", type: "F", validFrom: "2020-01-01" },
  { id: "XB200", type: "C", validFrom: "2020-01-01" },
  { id: "XB300", type: "F", validFrom: "2020-01-01", validTo: "2021-12-31" },
];

describe("a partner's list", () => {
  it("makes its operators count as the arrangement says, by type and day, while it is in force", async () => {
    const number = await arrangement();
    const taken = await send(number, LIST);
    expect(taken.json, taken.text).toMatchObject({ traders: 3, partner: "XB" });
    const entry = { id: "XB100", type: "F", arrangement: number, partner: "XB", grants: ["MRAF"] };
    expect(await grantsOf("XB100")).toEqual([entry]);
    expect(await grantsOf("XB200")).toEqual([]);
    expect(await grantsOf("XB300")).toEqual([]);
    await step(officer, number, "suspend", { words: "Their audits lapsed" });
    expect(await grantsOf("XB100")).toEqual([]);
    await step(officer, number, "resume");
    expect(await grantsOf("XB100")).toEqual([entry]);
    // A new list replaces the whole of the one before.
    await send(number, LIST.slice(1));
    expect(await grantsOf("XB100")).toEqual([]);
    await send(number, LIST);
    await step(officer, number, "end", { words: "Ended" });
    expect(await grantsOf("XB100")).toEqual([]);
  });

  it("is taken whole or not at all, from the administrator, for an arrangement that is here", async () => {
    const number = await arrangement();
    await send(number, LIST);
    const wrong = await send(number, [
      { id: "XB400", type: "F", validFrom: "2020-01-01" },
      { id: "XC500", type: "F", validFrom: "2020-01-01" },
      { id: "XB600", type: "F", validFrom: "2020-02-30" },
      { id: "XB700", type: "F", validFrom: "2021-01-01", validTo: "2020-01-01" },
      { id: "XB400", type: "F", validFrom: "2020-01-01" },
      { id: "XB800", type: "F", validFrom: "2020-01-01", colour: "red" },
      "XB900",
    ]);
    expect(wrong.json).toMatchObject({ status: 422, code: "CH8131" });
    expect(wrong.json.findings.map((one: { path: string }) => one.path)).toEqual([
      "$.traders[1].id",
      "$.traders[2].validFrom",
      "$.traders[3].validTo",
      "$.traders[4].id",
      "$.traders[5].colour",
      "$.traders[6]",
    ]);
    expect(await grantsOf("XB100")).toHaveLength(1);
    expect(await grantsOf("XB400")).toEqual([]);
    expect((await send(number, LIST, officer)).status).toBe(403);
    expect((await send("MRA26XA000000000000", LIST)).status).toBe(404);
    const many = Array.from({ length: 100_001 }, () => LIST[0]);
    expect(checkRecognisedTraders(many, "XB").problems).toHaveLength(1);
  });
});

describe("a declaration that names a partner's operator", () => {
  let core: Awaited<ReturnType<typeof startTestCore>>;
  beforeAll(async () => {
    core = await startTestCore();
  });
  afterAll(() => core?.stop());

  const naming = (id: string): Declaration => {
    const made = declaration({});
    const shipment = made.Declaration?.GoodsShipment;
    if (shipment === undefined) throw new Error("no shipment");
    shipment.AEOMutualRecognitionParty = [{ ID: id, RoleCode: "CZ" }];
    return made.Declaration ?? {};
  };
  const found = async (id: string) =>
    lookUp(
      {
        country: core.countryNow(),
        cargo: core.cargo,
        traders: core.traders,
        readBalance: async () => 0n,
      },
      naming(id),
    );

  /** The lane, with a draw that chance takes half of the time for whom it trusts half. */
  const laneWith = (lookedUp: LookedUp, draw: number) => {
    const outcome = compose({
      before: undefined,
      command: {
        type: "Submit",
        declaration: naming("XB100"),
        digest: "d",
        findings: [],
      },
      declaration: naming("XB100"),
      country: xa,
      now: "2026-03-02T08:00:00.000Z",
      caseId: "019587a0-0000-7000-8000-000000000001",
      mrn: "26XA0000000000000X",
      draws: [draw, 0.5],
      counts: { total: 0, byLane: {} },
      lookedUp,
      office: "XAHBR001",
    });
    return outcome.kind === "outcome" ? outcome.granted.case.lane : outcome.code;
  };

  it("is chosen by chance less often, while arrangement and list say so", async () => {
    const by = (subject: string) => ({ as: "customs", subject }) as const;
    const facts = { partner: "XB", programme: "Trusted trader", types: ["F"], grants: ["MRAF"] };
    const made = await core.formalities.step({
      kind: "recognition",
      holder: "XBCUSTOMS",
      step: "propose",
      by: by("anna"),
      facts,
    });
    if (made.status !== "done") throw new Error(made.message);
    const { number } = made.formality;
    await core.rooms.traders.store.replaceRecognised(
      { arrangement: number, digest: "d", traders: 1, importedBy: "k", importedAt: "2026-03-02" },
      [{ id: "XB100", type: "F", validFrom: "2020-01-01" }],
    );
    expect(await found("XB100")).not.toHaveProperty("recognised");
    const given = { validFrom: "2020-01-01" };
    await core.formalities.step({ number, step: "putInForce", by: by("bert"), facts: given });
    expect((await found("XB100")).recognised).toEqual(["MRAF"]);
    expect(await found("XB999")).not.toHaveProperty("recognised");
    expect(await found("XC100")).not.toHaveProperty("recognised");
    const draws = Array.from({ length: 200 }, (_none, index) => index / 10_000);
    const chosen = (lookedUp: LookedUp) =>
      draws.filter((draw) => laneWith(lookedUp, draw) !== "green").length;
    const trusted = chosen(await found("XB100"));
    expect([chosen({}), trusted]).toEqual([100, 50]);
  });
});
