/** Receipts as their owner is given them, checked as an outsider does: with the published key and nothing else. */
import { createPublicKey, verify } from "node:crypto";
import { declaration } from "@customhouse/testkit";
import { eventually } from "@customhouse/testkit/patience";
import {
  checkReceiptFile,
  type NoteVerifier,
  parseVerifierKey,
  type ReceiptItem,
} from "@customhouse/trust";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sha256 } from "../../src/platform/commit/log-key.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let log: NoteVerifier;
const tokens = new Map<string, string>();
const get = async (user: string, path: string, headers: Record<string, string> = {}) => {
  const token = tokens.get(user) ?? (await server.token(user));
  tokens.set(user, token);
  return server.call(path, { token, headers });
};

beforeAll(async () => {
  server = await startTestServer();
  const published = await server.call("/.well-known/customhouse-log-key");
  expect(published.headers.get("content-type")).toContain("text/plain");
  const key = parseVerifierKey(published.text, sha256)!;
  const x = Buffer.from(key.publicKey).toString("base64url");
  const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  log = { ...key, verify: (message, signature) => verify(null, message, publicKey, signature) };
});
afterAll(() => server?.stop());

async function lodged(lrn: string, changes: Parameters<typeof declaration>[0] = {}) {
  const answer = await server.call("/v1/declarations", {
    method: "POST",
    token: await server.token("trader"),
    json: declaration({ declarant: "XA1000001", lrn, guarantee: "XADEF0001", ...changes }),
  });
  expect(answer.status, answer.text).toBe(202);
  return answer.json.mrn as string;
}

const receiptsOf = (user: string, path: string, least: number, headers = {}) =>
  eventually(
    () => get(user, `${path}/receipt`, headers),
    ({ json }) => (json.items?.length ?? 0) >= least,
  );
const typesIn = (items: readonly ReceiptItem[]) =>
  items.flatMap(({ content }) => content?.events.map(({ type }) => type) ?? []);

it("opens to its owner what the timeline shows, and nothing that it hides", async () => {
  const mrn = await lodged("RCPT-1");
  await eventually(
    () => get("trader", `/v1/declarations/${mrn}`),
    ({ json }) => json.milestones?.cleared !== undefined,
  );
  const { text, json } = await receiptsOf("trader", `/v1/declarations/${mrn}`, 2);
  const checked = checkReceiptFile(text, log, sha256);
  expect(checked.sound, JSON.stringify(checked)).toBe(true);
  expect(checked.items.every(({ number }) => number === mrn)).toBe(true);

  const timeline = await get("trader", `/v1/declarations/${mrn}/timeline`);
  const shown = timeline.json.items.map(({ type }: { type: string }) => type);
  expect(typesIn(json.items).sort()).toEqual(shown.sort());
  expect(text).not.toMatch(/LaneAssigned|criteria|probability|StandByEnded/);
  // However many events are kept back, as many digests are given.
  for (const { content } of json.items) {
    expect(content.digests).toHaveLength(16);
    expect(content.digests).toEqual([...content.digests].sort());
  }

  const officer = await receiptsOf("officer", `/v1/declarations/${mrn}`, 2, { Purpose: "control" });
  expect(checkReceiptFile(officer.text, log, sha256).sound).toBe(true);
  const all = typesIn(officer.json.items);
  expect(all).toContain("LaneAssigned");
  const lane = officer.json.items
    .flatMap(({ content }: ReceiptItem) => content?.events ?? [])
    .find(({ type }: { type: string }) => type === "LaneAssigned");
  expect(Object.keys(lane.opened)).toEqual(
    expect.arrayContaining(["criteria", "basis", "probability", "run"]),
  );
});

it("gives administrators proofs without facts, and others nothing", async () => {
  const mrn = await lodged("RCPT-2");
  const { json, text } = await receiptsOf("administrator", `/v1/declarations/${mrn}`, 1);
  expect(checkReceiptFile(text, log, sha256).sound).toBe(true);
  expect(json.items.every(({ content }: ReceiptItem) => content === undefined)).toBe(true);
  expect((await get("trader2", `/v1/declarations/${mrn}/receipt`)).status).toBe(404);
  expect((await server.call(`/v1/declarations/${mrn}/receipt`)).status).toBe(401);
});

it("notices what was changed in the file of a running server", async () => {
  const mrn = await lodged("RCPT-3");
  const { text } = await receiptsOf("trader", `/v1/declarations/${mrn}`, 1);
  const spoilt = JSON.parse(text);
  spoilt.items[0].content.events[0].at = "2020-01-01T00:00:00.000Z";
  const { items } = checkReceiptFile(JSON.stringify(spoilt), log, sha256);
  expect(items[0]?.failed).toBe("content");
});

it("opens the steps of a formality to its holder, with the facts, and without who took them", async () => {
  const begun = await server.call("/v1/formalities", {
    method: "POST",
    token: await server.token("trader"),
    json: {
      kind: "permit",
      facts: { documentType: "L001", agency: "XAMED", commodities: ["3004"] },
    },
  });
  expect(begun.status, begun.text).toBe(201);
  const { number } = begun.json.formality ?? begun.json;
  const { text, json } = await receiptsOf("trader", `/v1/formalities/${number}`, 1);
  expect(checkReceiptFile(text, log, sha256)).toMatchObject({ sound: true });
  const [event] = json.items[0].content.events;
  expect(event).toMatchObject({ type: "FormalityStepTaken", body: { number } });
  expect(Object.keys(event.sealed).sort()).toEqual(
    ["by", "code", "facts", "personalDigest", "wordsDigest"].sort(),
  );
  expect(event.opened.facts.value).toMatchObject({ documentType: "L001" });
  expect(event.opened.by).toBeUndefined();
  expect((await get("trader2", `/v1/formalities/${number}/receipt`)).status).toBe(404);
});
