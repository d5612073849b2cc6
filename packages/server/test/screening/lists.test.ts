/** Screening over HTTP: a list is imported, put in force by a second person, and selects whom declarations name. */

import { rule } from "@customhouse/testkit";
import { eventually } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Named, naming } from "../support/named.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

const HEAD = "id,schema,name,aliases,birth_date,countries,identifiers\n";
const FIRST = `${HEAD}p1,Person,Mohammed Hassan al-Karimi,,,sy,
v1,Vessel,Ocean Falcon,,,,IMO 9074729
c1,Company,Zelenograd Turbine Works,,,ru,
`;

let server: TestServer;
let counter = 0;

beforeAll(async () => {
  server = await startTestServer();
  await policyInForce();
});
afterAll(() => server?.stop());

const PURPOSE = { Purpose: "control" };

async function call(user: string, path: string, json?: unknown, method = "POST") {
  const token = await server.token(user);
  return server.call(`/v1${path}`, { method, token, json, headers: PURPOSE });
}

/** Red where anybody is like an entry. */
async function policyInForce(): Promise<void> {
  const listed = rule({
    id: "LISTED",
    scope: "declaration",
    when: "declaration.screeningHits > 0",
    lane: "red",
    controls: ["physical"],
  });
  const made = await call("analyst", "/risk/policies", { note: "x", policy: { rules: [listed] } });
  const path = `/risk/policies/${made.json.version}`;
  await eventually(
    () => call("analyst", `${path}/backtest`),
    ({ status }) => status === 200,
  );
  await call("analyst2", `${path}/signature`);
  expect((await call("analyst", `${path}/activation`)).json.state).toBe("active");
}

async function imported(version: string, csv: string, more = "", user = "analyst") {
  const query = `list=XA-NATIONAL&version=${version}&source=Test&licence=Own${more}`;
  return server.call(`/v1/screening/lists?${query}`, {
    token: await server.token(user),
    body: csv,
    headers: { "Content-Type": "text/csv" },
  });
}

const activation = (version: string) =>
  `/screening/lists/XA-NATIONAL/versions/${version}/activation`;

async function lists() {
  return (await call("analyst", "/screening/lists", undefined, "GET")).json;
}

async function putInForce(version: string, csv: string) {
  expect((await imported(version, csv)).status).toBe(201);
  expect((await call("analyst2", activation(version))).json).toMatchObject({ state: "active" });
  return eventually(lists, ({ rescreening: { ready, parties, screened } }) => {
    return ready && parties === screened;
  });
}

async function laneOf(named: Omit<Named, "lrn">): Promise<{ lane: string; caseId: string }> {
  counter += 1;
  const json = naming({ lrn: `SCREEN-${counter}`, ...named });
  const token = await server.token("trader");
  const lodged = await server.call("/v1/declarations", { token, json });
  expect(lodged.status, lodged.text).toBe(202);
  const { caseId } = lodged.json;
  const run = await eventually(
    () => call("officer", `/cases/${caseId}/risk`, undefined, "GET"),
    ({ status }) => status === 200,
  );
  return { caseId, lane: run.json.selection.lane };
}

async function hits(state = "found") {
  return (await call("officer", `/screening/hits?state=${state}`, undefined, "GET")).json.items;
}

describe("watch lists", () => {
  it("are refused whole with a finding for each broken row, unless so many may be left out", async () => {
    const csv = `${FIRST}x1,Person,,,,,\nx2,Person,Somebody,,31 May,,\n`;
    const refused = await imported("bad", csv);
    expect([refused.status, refused.json.code]).toEqual([422, "CH8132"]);
    expect(refused.json.findings).toEqual([
      expect.objectContaining({ code: "CH4420", path: "$[5]" }),
      expect.objectContaining({ code: "CH4420", path: "$[6]" }),
    ]);
    expect((await imported("none", "name\nx\n")).json.findings[0].code).toBe("CH4421");
    expect((await lists()).items).toEqual([]);
    const taken = await imported("tolerated", csv, "&tolerate=2");
    expect(taken.json).toMatchObject({
      state: "draft",
      entryCount: 3,
      changes: { added: 3, changed: 0, removed: 0 },
    });
    expect(taken.json.broken).toHaveLength(2);
    expect((await imported("tolerated", FIRST)).json.code).toBe("CH8133");
  });

  it("count only when a second person has put them in force", async () => {
    expect((await laneOf({ exporter: "Mohammed Hassan al-Karimi" })).lane).toBe("green");
    await imported("1", FIRST);
    expect((await call("analyst", activation("1"))).json.code).toBe("CH8135");
    expect((await call("officer", activation("1"))).status).toBe(403);
    expect((await call("analyst2", activation("none"))).status).toBe(404);
    expect((await laneOf({ exporter: "Mohammed Hassan al-Karimi" })).lane).toBe("green");
    expect((await call("analyst2", activation("1"))).json.state).toBe("active");
    expect((await call("analyst2", activation("1"))).json.code).toBe("CH8134");
    await eventually(lists, ({ rescreening }) => rescreening.ready);
    expect((await laneOf({ exporter: "Mohammed Hassan al-Karimi" })).lane).toBe("red");
  });

  it("find whom declarations name however it is written, and nobody else", async () => {
    const written = ["محمد حسن الكريمي", "Мохаммед Хассан аль-Карими", "Mohamed Hasan ALKARIMI"];
    for (const exporter of [...written, "Mohammed Hassan al-Karmii"])
      expect([exporter, (await laneOf({ exporter })).lane]).toEqual([exporter, "red"]);
    for (const exporter of ["Mohammed Trading Company", "Maria Hansen"])
      expect([exporter, (await laneOf({ exporter })).lane]).toEqual([exporter, "green"]);
    const renamed = { imo: "9074729", name: "Blue Whale" };
    expect((await laneOf({ ship: renamed })).lane).toBe("red");
    expect((await laneOf({ ship: { imo: "9176187", name: "Blue Whale" } })).lane).toBe("green");
  });

  it("explain one party to who says why, and to nobody else", async () => {
    const party = { name: "Mohamed Hasan ALKARIMI", country: "SY" };
    const found = await call("analyst", "/screening/parties", party);
    expect(found.json.matches[0]).toMatchObject({
      entry: { id: "p1", list: "XA-NATIONAL", listVersion: "1" },
      listName: "Mohammed Hassan al-Karimi",
      evidence: [{ kind: "country-same" }],
    });
    const token = await server.token("analyst");
    const blind = await server.call("/v1/screening/parties", { token, json: party });
    expect([blind.status, blind.json.code]).toEqual([403, "CH8124"]);
    for (const user of ["trader", "agency", "administrator"])
      expect((await call(user, "/screening/parties", party)).status).toBe(403);
    const admin = await server.token("administrator");
    const { json } = await server.call("/v1/audit/reads", { token: admin });
    expect(json.items).toContainEqual(
      expect.objectContaining({ action: "viewScreening", role: "analyst", purpose: "control" }),
    );
  });

  it("find parties of earlier declarations when they change, and go back in one step", async () => {
    const turbine = { exporter: "Aurora Borealis Shipping" };
    expect((await laneOf(turbine)).lane).toBe("green");
    const changed = `${FIRST}c2,Company,Aurora Borealis Shipping,,,,\n`;
    const { items, rescreening } = await putInForce("2", changed);
    expect(items[0].changes).toEqual({ added: 1, changed: 0, removed: 0 });
    expect(items.map((list: { state: string }) => list.state)).toContain("superseded");
    expect(rescreening).toMatchObject({ newHits: 1, waiting: 0, ready: true });
    const [newest] = await hits();
    expect(newest).toMatchObject({ retroactive: true, entryId: "c2" });
    expect(newest.caseIds).toHaveLength(1);
    expect((await laneOf(turbine)).lane).toBe("red");
    const back = await call("analyst", "/screening/lists/XA-NATIONAL/rollback");
    expect(back.json).toMatchObject({ version: "1", state: "active" });
    await eventually(lists, ({ rescreening: { ready } }) => ready);
    expect((await laneOf(turbine)).lane).toBe("green");
    const none = await call("analyst", "/screening/lists/XA-NATIONAL/rollback");
    expect(none.json.code).toBe("CH8134");
  });

  it("stay in force when the next version is broken", async () => {
    expect((await imported("3", `${HEAD}p1,Person,"Moh,,,,\n`)).json.code).toBe("CH8132");
    expect((await call("analyst2", activation("3"))).status).toBe(404);
    expect((await laneOf({ exporter: "Zelenograd Turbine Works", country: "RU" })).lane).toBe(
      "red",
    );
  });
});

describe("hits", () => {
  it("are one for a pair, with every case, and end when two officers call them false", async () => {
    const named = { exporter: "Zelenograd Turbin Works", country: "RU" };
    const cases = [(await laneOf(named)).caseId, (await laneOf(named)).caseId];
    const mine = async () =>
      (await hits()).filter(
        ({ match }: { match: { partyName: string } }) => match.partyName === named.exporter,
      );
    const [hit, ...more] = await eventually(mine, ([found]) => found?.caseIds.length === 2);
    expect(more).toEqual([]);
    expect(new Set(hit.caseIds)).toEqual(new Set(cases));
    const path = `/screening/hits/${hit.id}`;
    const early = await call("officer2", `${path}/confirmations`, {});
    expect([early.status, early.json.code]).toEqual([409, "CH4410"]);
    const mute = await call("officer", `${path}/reviews`, { verdict: "false-match" });
    expect([mute.status, mute.json.code]).toEqual([422, "CH4412"]);
    const review = { verdict: "false-match", reason: "Another works in the same town" };
    expect((await call("analyst", `${path}/reviews`, review)).status).toBe(403);
    expect((await call("officer", `${path}/reviews`, review)).json.state).toBe("reviewed");
    const own = await call("officer", `${path}/confirmations`, {});
    expect([own.status, own.json.code]).toEqual([403, "CH4411"]);
    const sent = await call("officer2", `${path}/returns`, { reason: "The address is the same" });
    expect(sent.json.state).toBe("found");
    await call("officer", `${path}/reviews`, review);
    expect((await laneOf(named)).lane).toBe("red");
    const done = await call("officer2", `${path}/confirmations`, {});
    expect(done.json).toMatchObject({ state: "confirmed", verdict: "false-match" });
    expect((await laneOf(named)).lane).toBe("green");
    expect((await laneOf({ ...named, country: "DE" })).lane).toBe("red");
    const unknown = path.replace(hit.id, "019a0000-0000-7000-8000-000000000000");
    expect((await call("officer", `${unknown}/reviews`, review)).status).toBe(404);
  });
});

describe("what was found after release", () => {
  it("is concluded by officers of the office, and by nobody else", async () => {
    const { caseId } = await laneOf({ exporter: "Greta Sommer" });
    const conclude = (user: string, outcome = "no-action") =>
      call(user, `/cases/${caseId}/review-conclusions`, { outcome });
    const done = await conclude("officer");
    expect([done.status, done.json], done.text).toEqual([200, { concluded: 0 }]);
    expect((await conclude("officer", "nothing")).json.code).toBe("CH8000");
    for (const user of ["trader", "agency", "analyst", "administrator"])
      expect([user, (await conclude(user)).status]).toEqual([user, 403]);
  });
});
