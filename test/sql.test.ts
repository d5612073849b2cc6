/**
 * One way of writing SQL (ARCHITECTURE.md, "Storage"): Kysely's builder, and its `sql` template for what the builder cannot
 * say. Text that is handed to the driver stands in the files below and nowhere else.
 */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const server = path.resolve(import.meta.dirname, "../packages/server/src");

/** A query of the driver: `pool.query(...)`, `client.query<Row>({ ... })`. */
const DRIVER_QUERY = /\.query[(<]/;

/** Where the driver is asked directly, and why. */
const MAY: Readonly<Record<string, string>> = {
  // Prepared, so that what every act and every turn of a worker asks is planned once for each connection.
  "platform/commit/write-batch.ts":
    "the commit path: prepared, pipelined, columns sent as binary arrays",
  "platform/commit/party-positions.ts":
    "the sequencer's positions: prepared, many rows in one statement",
  "platform/commit/sequencer.ts":
    "twenty turns a second: prepared, on a connection that holds the lease",
  "platform/jobs/take-due.ts": "two turns a second: prepared, and locks what it takes",
  "platform/cases/case-news.ts": "looked at all the time: prepared",
  "platform/cases/case-reviews.ts": "read with each officer's queue: prepared",
  "rooms/cargo/store/prepared.ts": "asked by every declaration that names containers",
  "rooms/screening/store/prepared.ts":
    "asked twice a second by every server, or waited for by a declaration",
  "rooms/notifications/delivery/subscriber-queue.ts": "each turn of every delivery: prepared",
  "rooms/risk/store/facts.ts": "two turns a second over the log, and live refresh: prepared",
  "rooms/risk/store/outcomes.ts": "a part of the turn that reads the log into facts",
  // Connections themselves: transactions, locks, roles, migrations.
  "platform/storage/in-transaction.ts": "BEGIN and COMMIT for the files above",
  "platform/storage/alone.ts": "a lock that belongs to a connection",
  "platform/storage/roles.ts": "roles, before there is a schema",
  "platform/storage/database.ts": "the version of the server, before there is a schema",
  "platform/storage/migrate.ts": "migrations are text",
};

const asksTheDriver = (file: string) =>
  DRIVER_QUERY.test(readFileSync(path.join(server, file), "utf8"));

it("hands SQL to the driver in few files, each for a reason", () => {
  const others = globSync("**/*.ts", { cwd: server }).filter((file) => MAY[file] === undefined);
  expect(others.filter(asksTheDriver)).toEqual([]);
});

it("lists no file that does not need it", () => {
  expect(Object.keys(MAY).filter((file) => !asksTheDriver(file))).toEqual([]);
});
