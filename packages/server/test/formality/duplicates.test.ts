/** The search for duplicates reads the few that share something: as many queries for three traders as for thousands. */
import { createHash } from "node:crypto";
import { standardFormalities } from "@customhouse/formalities";
import { TraderIndex } from "@customhouse/traders";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nearTraders } from "../../src/rooms/traders/store/trader-keys.ts";
import { startTestCore } from "../support/core.ts";

let core: Awaited<ReturnType<typeof startTestCore>>;

beforeAll(async () => {
  core = await startTestCore();
});
afterAll(() => core?.stop());

async function registered(name: string, more: Record<string, unknown> = {}): Promise<string> {
  const made = await core.formalities.step({
    kind: "registration",
    step: "apply",
    by: { as: "holder", subject: "h" },
    facts: { master: { Name: name, ...more } },
  });
  if (made.status !== "done") throw new Error(made.message);
  return made.formality.number;
}

/** Counts what is asked of the database. */
function counted() {
  const asked: string[] = [];
  const db = core.database.writer.withPlugin({
    transformQuery: ({ node }) => {
      asked.push(node.kind);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return { asked, db };
}

async function searched(tin: string) {
  const { asked, db } = counted();
  const near = await nearTraders(db, tin, standardFormalities);
  const [own, ...others] = near ?? [];
  const found = own === undefined ? [] : new TraderIndex(others).similarTo(own);
  return { queries: asked.length, read: others.length, tins: found.map((one) => one.tin) };
}

/** Straight into the tables, as an administration that was taken over would be. */
async function fill(count: number): Promise<void> {
  const { writerPool } = core.database;
  const rows = Array.from({ length: count }, (_none, index) => {
    const content = Buffer.from(
      JSON.stringify({ master: { Name: `${word(index)} ${word(index * 7 + 3)} Trading Ltd` } }),
    );
    const digest = createHash("sha256").update(content).digest();
    const id = index.toString(16).padStart(12, "0");
    return { caseId: `01900000-0000-7000-8000-${id}`, tin: `XA9${index}`, content, digest };
  });
  await writerPool.query(
    `INSERT INTO case_envelope (case_id, version, country, sort, number, kind, state, holder, office, submitted_at,
       updated_at, event_count, notification_count, leaf_count, snapshot)
     SELECT id, 1, 'XA', 'formality', tin, 'registration', 'active', tin, '', $4, $4, 1, 0, 1,
       jsonb_build_object('personalDigest', encode(digest, 'hex'), 'number', tin, 'kind', 'registration', 'facts', '{}'::jsonb)
     FROM unnest($1::uuid[], $2::text[], $3::bytea[]) AS made(id, tin, digest)`,
    [
      rows.map((row) => row.caseId),
      rows.map((row) => row.tin),
      rows.map((row) => row.digest),
      core.clock().toISOString(),
    ],
  );
  await writerPool.query(
    `INSERT INTO payload (case_id, digest, kind, media_type, content, created_at)
     SELECT id, digest, 'formality', 'application/json', content, now()
     FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS made(id, digest, content)`,
    [rows.map((row) => row.caseId), rows.map((row) => row.digest), rows.map((row) => row.content)],
  );
}

/** Pronounceable and different. */
function word(index: number): string {
  const syllables = ["ka", "lo", "mi", "ne", "ru", "ta", "vo", "sy", "pe", "du"];
  return [...index.toString().padStart(4, "0")].map((digit) => syllables[Number(digit)]).join("");
}

describe("a search for duplicates", () => {
  it("finds other spellings, follows changes, and forgets what was erased", async () => {
    const first = await registered("Société Générale d'Épices S.A.R.L.");
    const again = await registered("Societe Generale d'Epices");
    await registered("Quartz Foundry");
    expect((await searched(again)).tins).toEqual([first]);
    const { caseId } = (await core.formalities.byNumber(first)) ?? {};
    await core.formalities.step({
      number: first,
      step: "verify",
      by: { as: "customs", subject: "c" },
      facts: {},
    });
    await core.formalities.step({
      number: first,
      step: "update",
      by: { as: "holder", subject: "h" },
      facts: { master: { Name: "Basalt Quarries" } },
    });
    expect((await searched(again)).tins).toEqual([]);
    const renamed = await registered("Basalt Quarry");
    expect((await searched(renamed)).tins).toEqual([first]);
    await core.database.writerPool.query("DELETE FROM payload WHERE case_id = $1", [caseId]);
    expect((await searched(renamed)).tins).toEqual([]);
    const { rows } = await core.database.writerPool.query(
      "SELECT count(*)::int AS keys FROM trader_key WHERE case_id = $1",
      [caseId],
    );
    expect(rows[0]?.keys).toBe(0);
    expect(await nearTraders(core.database.writer, "XA0", standardFormalities)).toBeUndefined();
  });

  it("asks as much of a large register as of a small one, and reads a small part of it", async () => {
    const known = await registered("Kalomine Voryta Trading");
    await searched(known);
    const small = await searched(known);
    await fill(3_000);
    const like = await registered(`${word(1234)} ${word(1234 * 7 + 3)} Trading`);
    await searched(like);
    const large = await searched(like);
    expect([small.queries, large.queries]).toEqual([3, 3]);
    expect(large.tins).toContain("XA91234");
    expect(large.read).toBeLessThanOrEqual(500);
  });
});
