/** Two servers over one database answer alike: nothing hangs on which of them was asked. */
import { declaration } from "@customhouse/testkit";
import { eventually } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let one: TestServer;
let other: TestServer;
let trader: string;
let agency: string;

beforeAll(async () => {
  one = await startTestServer();
  other = await startTestServer({ beside: one });
  trader = await one.token("trader");
  agency = await one.token("agency3");
});
afterAll(async () => {
  await other?.stop();
  await one?.stop();
});

async function lodge(
  server: TestServer,
  lrn: string,
  more: Parameters<typeof declaration>[0] = {},
) {
  const body = JSON.stringify(declaration({ declarant: "XA1000001", lrn, ...more }));
  const headers = { "Content-Type": "application/json" };
  const answer = await server.call("/v1/declarations", { token: trader, body, headers });
  expect(answer.status, answer.text).toBe(202);
  return answer.json as { mrn: string; caseId: string };
}

const statusAt = async (server: TestServer, mrn: string) =>
  (await server.call(`/v1/declarations/${mrn}`, { token: trader })).json;

describe("two servers over one database", () => {
  it("say the same of a declaration at once, whichever took it", async () => {
    const { mrn } = await lodge(one, "TWO-1");
    const [here, there] = await Promise.all([statusAt(one, mrn), statusAt(other, mrn)]);
    expect(there.mrn).toBe(mrn);
    expect(there.milestones.registered).toBe(here.milestones.registered);
    const cleared = await eventually(
      () => statusAt(other, mrn),
      (status) => status.milestones.cleared !== undefined,
    );
    expect(await statusAt(one, mrn)).toEqual(cleared);
  });

  it("make one case of a request that both are sent at the same moment", async () => {
    const both = await Promise.all([lodge(one, "TWO-2"), lodge(other, "TWO-2")]);
    expect(new Set(both.map(({ mrn }) => mrn)).size).toBe(1);
  });

  it("know within a moment what was registered at the other", async () => {
    const begun = await one.call("/v1/formalities", {
      token: trader,
      json: {
        kind: "permit",
        facts: { documentType: "L001", agency: "XAMED", commodities: ["3004"] },
      },
    });
    expect(begun.status, begun.text).toBe(201);
    const { number } = begun.json;
    const issued = await other.call(`/v1/formalities/${number}/steps`, {
      token: agency,
      json: {
        step: "issue",
        facts: { validFrom: "2020-01-01", validTo: "2099-12-31", quantity: "10", unit: "KGM" },
      },
    });
    expect(issued.status, issued.text).toBe(200);
    const read = await one.call(`/v1/formalities/${number}`, { token: trader });
    expect(read.json).toMatchObject({ state: "issued", inForce: true });
  });

  it("draft, draft version and refusal of an old version are the same at both", async () => {
    const id = crypto.randomUUID();
    const draft = (version: number) => ({ title: "T", version, body: { a: version } });
    const put = (server: TestServer, version: number) =>
      server.call(`/v1/drafts/${id}`, { method: "PUT", token: trader, json: draft(version) });
    expect((await put(one, 0)).status).toBe(200);
    expect((await put(other, 1)).status).toBe(200);
    expect((await put(one, 1)).status).toBe(409);
  });

  it("number the notifications of a trader without a gap, by one sequencer", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_one, index) =>
        lodge(index % 2 === 0 ? one : other, `TWO-N-${index}`),
      ),
    );
    const positions = await eventually(
      async () => {
        const page = await other.call("/v1/notifications?limit=100", { token: trader });
        return (page.json.items as { position: string }[]).map(({ position }) => Number(position));
      },
      (found) => found.length >= 40,
    );
    expect(positions).toEqual(positions.map((_position, index) => index + 1));
  });
});
