import { type TestDatabase, withDatabase } from "@customhouse/testkit/database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCommitQueue } from "../../src/platform/commit/commit-queue.ts";
import { newCaseId } from "../../src/platform/storage/case-id.ts";
import type { ReaderScope } from "../../src/platform/storage/reader-scope.ts";
import { tableClasses } from "../../src/platform/storage/table-classes.ts";
import { storeUpload } from "../../src/rooms/declarations/store/uploads.ts";
import { saveDraft } from "../../src/rooms/drafts/store.ts";
import { draftTables } from "../../src/rooms/drafts/tables.ts";
import { addSubscriber } from "../../src/rooms/notifications/store/subscribers.ts";
import { AT, sampleBranch, sampleCommit, sha256 } from "./sample.ts";
import { servers } from "./servers.ts";

/** Tables of PostgreSQL itself; graphile-worker keeps to a schema of its own, without case data. */
const FOREIGN_SCHEMAS = ["pg_catalog", "information_schema", "pg_toast", "graphile_worker"];

describe.each(servers)("no row leaks on %s PostgreSQL", (server) => {
  let database: TestDatabase;
  const alice = newCaseId();
  const bob = newCaseId();

  beforeAll(async () => {
    database = await withDatabase({ server });
    const queue = createCommitQueue({ url: database.ownerUrl });
    for (const [caseId, tin, office] of [
      [alice, "TIN-ALICE", "OFFICE-A"],
      [bob, "TIN-BOB", "OFFICE-B"],
    ] as const) {
      const sample = sampleCommit({ caseId });
      await queue.submit({
        ...sample,
        row: { ...sample.row, holder: tin, office, agencies: [`AGENCY-${office}`] },
        branches: {
          granted: sampleBranch({
            notifications: [
              { party: tin, functionCode: "01", issuedAt: AT, body: {} },
              { party: `AGENCY-${office}`, functionCode: "X", issuedAt: AT, body: {} },
            ],
          }),
        },
        idempotency: { scope: tin, key: "k", requestDigest: sha256(Buffer.from("")), response: 1 },
        lrnClaim: { declarant: tin, lrn: "L", at: AT, until: AT },
      });
      const db = database.writer;
      await saveDraft(db, {
        draftId: newCaseId(),
        declarant: tin,
        title: "t",
        version: 0,
        body: {},
        at: AT,
      });
      const upload = { declarant: tin, name: "n", mediaType: "text/plain", at: AT };
      const content = Buffer.from("x");
      await storeUpload(db, {
        ...upload,
        uploadId: newCaseId(),
        caseId,
        digest: sha256(content),
        content,
      });
      const subscriber = { subscriberId: newCaseId(), party: tin, url: "https://e.example" };
      await addSubscriber(db, { ...subscriber, secret: "whsec_AAAA", at: AT });
    }
    await queue.close();
    const positions = `INSERT INTO party_position SELECT party, row_number() OVER (PARTITION BY party),
      case_id, seq FROM notification`;
    await database.writerPool.query(positions);
    const leaves = `INSERT INTO leaf SELECT row_number() OVER () - 1, digest, digest, case_id, seq
      FROM pending_leaf`;
    await database.writerPool.query(leaves);
  });
  afterAll(() => database?.drop());

  /** Every table, whatever it is called and whoever added it. A view is bound by the policies of what it reads. */
  async function tables(): Promise<{ name: string; rls: boolean; granted: boolean }[]> {
    const result = await database.writerPool.query(
      `SELECT c.relname AS name, (c.relrowsecurity OR 'security_invoker=true' = ANY (c.reloptions)) AS rls,
         has_table_privilege('customhouse_reader', c.oid, 'SELECT') AS granted
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f') AND n.nspname <> ALL ($1) ORDER BY 1`,
      [FOREIGN_SCHEMAS],
    );
    return result.rows;
  }

  test("every table in the catalogue is classified, and every class has its table", async () => {
    const names = (await tables()).map((table) => table.name);
    expect(names).toEqual(Object.keys(tableClasses).sort());
  });

  test("grants and row-level security are what the class says", async () => {
    for (const table of await tables()) {
      const { reader } = tableClasses[table.name]!;
      expect([table.name, table.granted]).toEqual([table.name, reader !== "none"]);
      if (table.name !== "schema_migration")
        expect([table.name, table.rls]).toEqual([table.name, true]);
    }
  });

  test("the reader role may write nothing at all", async () => {
    const result = await database.writerPool.query(
      `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public' AND has_table_privilege(
         'customhouse_reader', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')`,
    );
    expect(result.rows).toEqual([]);
  });

  test("the writer role cannot change or delete history", async () => {
    for (const table of ["event", "notification", "leaf", "party_position", "audit_read"]) {
      for (const statement of [`DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
        await expect(database.writerPool.query(statement)).rejects.toThrow("permission denied");
      }
      const update = `UPDATE ${table} SET case_id = case_id`;
      await expect(database.writerPool.query(update)).rejects.toThrow("permission denied");
    }
    await expect(database.writerPool.query("DELETE FROM case_envelope")).rejects.toThrow("denied");
    await expect(database.writerPool.query("DELETE FROM case_file")).rejects.toThrow(
      "cannot delete",
    );
    await expect(database.writerPool.query("DELETE FROM declaration")).rejects.toThrow("denied");
  });

  /** Row counts as the reader, with raw SQL and no predicate of ours: only the policy stands. */
  async function visible(scope: ReaderScope | undefined): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const [name, { reader }] of Object.entries(tableClasses)) {
      if (reader === "none" || reader === "public") continue;
      const client = await database.readerPool.connect();
      try {
        await client.query("BEGIN");
        if (scope !== undefined) await bind(client, scope);
        const rows = await client.query(`SELECT * FROM ${name}`);
        counts[name] = rows.rowCount ?? 0;
      } finally {
        await client.query("ROLLBACK");
        client.release();
      }
    }
    return counts;
  }
  async function bind(
    client: { query(text: string, values: unknown[]): Promise<unknown> },
    s: ReaderScope,
  ) {
    const ids = s.kind === "everything" ? "{}" : `{${s.ids.join(",")}}`;
    await client.query(
      "SELECT set_config('customhouse.scope_kind', $1, true), set_config('customhouse.scope_ids', $2, true)",
      [s.kind, ids],
    );
  }

  test("each scope sees its own rows and nothing else, with no help from the query", async () => {
    const trader = await visible({ kind: "declarants", ids: ["TIN-ALICE"] });
    expect(trader).toEqual({
      case_envelope: 1,
      case_file: 1,
      declaration: 1,
      event: 1,
      notification: 1,
      payload: 1,
      deadline: 1,
      leaf: 1,
      upload: 1,
      draft: 1,
      party_position: 1,
    });
    const officer = await visible({ kind: "offices", ids: ["OFFICE-B"] });
    expect(officer).toMatchObject({
      case_envelope: 1,
      case_file: 1,
      declaration: 1,
      event: 1,
      notification: 2,
      draft: 0,
      upload: 1,
    });
    const agency = await visible({ kind: "agencies", ids: ["AGENCY-OFFICE-A"] });
    expect(agency).toMatchObject({
      case_envelope: 1,
      case_file: 1,
      declaration: 1,
      notification: 1,
      party_position: 1,
      draft: 0,
    });
    const all = await visible({ kind: "everything" });
    expect(all).toMatchObject({
      case_envelope: 2,
      case_file: 2,
      declaration: 2,
      notification: 4,
      draft: 0,
    });
    const one = await visible({ kind: "cases", ids: [bob] });
    expect(one).toMatchObject({
      case_envelope: 1,
      case_file: 1,
      declaration: 1,
      payload: 1,
      party_position: 0,
    });
  });

  test("no scope, an unknown scope or an empty one sees nothing", async () => {
    const nothing = Object.values(await visible(undefined)).reduce((sum, count) => sum + count, 0);
    expect(nothing).toBe(0);
    const empty = await visible({ kind: "declarants", ids: [] });
    expect(Object.values(empty).every((count) => count === 0)).toBe(true);
    const odd = await visible({ kind: "administrator" as "offices", ids: ["OFFICE-A"] });
    expect(Object.values(odd).every((count) => count === 0)).toBe(true);
  });

  test("a scope ends with its transaction, and odd ids stay ids", async () => {
    const scope: ReaderScope = { kind: "declarants", ids: ["TIN-ALICE"] };
    const count = (bound: ReaderScope) =>
      database.readAs(
        bound,
        async (db) => (await db.selectFrom("declaration").select("lrn").execute()).length,
      );
    expect(await count(scope)).toBe(1);
    const pool = await database.readerPool.query("SELECT * FROM case_envelope");
    expect(pool.rowCount).toBe(0);
    for (const id of ['"},TIN-ALICE,{"', "TIN-ALICE','x", "\\", "{TIN-ALICE}", "NULL"]) {
      expect(await count({ kind: "declarants", ids: [id] })).toBe(0);
    }
    await expect(
      database.readAs(scope, (db) => draftTables(db).deleteFrom("draft").execute()),
    ).rejects.toThrow();
  });
});
