/**
 * One batch, one transaction. Locks are always taken in the same order (idempotency keys, LRNs, cases,
 * balances; sorted within each), so two batches can wait for each other but never in a circle.
 * Statements that do not depend on each other's answer are pipelined: two round trips for a batch.
 */
import type { Reservation } from "@customhouse/model";
import type { Client, QueryConfig } from "pg";
import {
  byteaArray,
  int8Array,
  jsonbArray,
  textArray,
  timestampArray,
  uuidArray,
} from "../storage/binary-array.ts";
import {
  caseColumns,
  deadlineColumns,
  eventColumns,
  notificationColumns,
  payloadColumns,
  pendingLeafColumns,
  transferColumns,
} from "./batch-columns.ts";
import { type OwnTable, type OwnWrite, ownColumns } from "./own-table.ts";
import type { Balance, BatchReads, LockedCase, PlannedWrite, StoredIdempotency } from "./plan.ts";
import { pairKey, planWrite, refusalOf } from "./plan.ts";
import type { StatementName } from "./statements.ts";
import { statements } from "./statements.ts";
import type { CommitResult, QueuedCommit } from "./types.ts";

type Row = Record<string, unknown>;

export interface BatchSettings {
  now(): Date;
}

/** Writes the batch and returns one result per item, in order. Throws when nothing was written. */
export async function writeBatch(
  client: Client,
  items: readonly QueuedCommit[],
  settings: BatchSettings,
): Promise<CommitResult[]> {
  const at = settings.now().toISOString();
  try {
    const [reads, balances] = await claimAndLock(client, items, at);
    const results: CommitResult[] = [];
    const writes: PlannedWrite[] = [];
    for (const item of items) {
      const plan = refusalOf(item, reads) ?? planWrite(item, reads, balances);
      if ("result" in plan) writes.push(plan);
      results.push("result" in plan ? plan.result : plan);
    }
    for (const write of writes) write.item.planned = write.result;
    await inOnePacket(client, () =>
      all([
        ...giveBackClaims(client, items, results, reads),
        ...writeEverything(client, writes, balances, at),
        client.query("COMMIT"),
      ]),
    );
    return results;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

/** Sends all that `send` asks for with one system call: one wake-up of the database instead of one a statement. */
function inOnePacket<T>(client: Client, send: () => T): T {
  const { stream } = client.connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}

function run<T extends Row>(client: Client, name: StatementName, values: unknown[]): Promise<T[]> {
  return query(client, { ...statements[name], values });
}

function query<T extends Row>(client: Client, statement: QueryConfig): Promise<T[]> {
  const rows = client.query<T>(statement).then((result) => result.rows);
  // Should something else throw before this is awaited, its failure must not end the process.
  rows.catch(() => undefined);
  return rows;
}

/** Waits for every pipelined statement before throwing the first error, so none is left behind. */
async function all(work: readonly Promise<unknown>[]): Promise<void> {
  const settled = await Promise.allSettled(work);
  const failure = settled.find((item) => item.status === "rejected");
  if (failure) throw failure.reason;
}

async function claimAndLock(
  client: Client,
  items: readonly QueuedCommit[],
  at: string,
): Promise<[BatchReads, Map<string, Balance>]> {
  const keyed = items.flatMap(({ request }) =>
    request.idempotency ? [{ ...request.idempotency, caseId: request.caseId }] : [],
  );
  const claims = items.flatMap(({ request }) =>
    request.lrnClaim ? [{ ...request.lrnClaim, caseId: request.caseId }] : [],
  );
  const existing = items.filter(({ request }) => request.expectedActCount > 0);
  // The accounts of every request are locked, even of those that may be refused below: finding that out first would cost
  // each batch one more round trip.
  const reservations = items.flatMap((item) => item.request.reservations);
  const opened = items.flatMap((item) => item.request.opens ?? []);
  const ask = () => ({
    begin: client.query("BEGIN"),
    wonKeys: ifAny<{ scope: string; key: string }>(client, keyed, "claimIdempotency", () => [
      textArray(keyed.map((item) => item.scope)),
      textArray(keyed.map((item) => item.key)),
      byteaArray(keyed.map((item) => item.requestDigest)),
      uuidArray(keyed.map((item) => item.caseId)),
      jsonbArray(keyed.map((item) => item.response)),
      at,
    ]),
    wonLrns: ifAny<{ declarant: string; lrn: string }>(client, claims, "claimLrn", () => [
      textArray(claims.map((item) => item.declarant)),
      textArray(claims.map((item) => item.lrn)),
      uuidArray(claims.map((item) => item.caseId)),
      timestampArray(claims.map((item) => item.at)),
      timestampArray(claims.map((item) => item.until)),
    ]),
    locked: ifAny<Row & LockedCase>(client, existing, "lockCases", () => [
      uuidArray(existing.map((item) => item.request.caseId)),
    ]),
    opened: ifAny(client, opened, "openBalances", () => [
      ...accountColumns(opened),
      int8Array(onceEach(opened).map((one) => one.floor)),
    ]),
    balances: ifAny<LockedBalance>(client, reservations, "lockBalances", () =>
      accountColumns(reservations),
    ),
  });
  const asked = inOnePacket(client, ask);
  const { wonKeys, wonLrns, locked, balances } = asked;
  await all(Object.values(asked));
  const wonIdempotency = new Set((await wonKeys).map((row) => pairKey(row.scope, row.key)));
  const wonLrn = new Set((await wonLrns).map((row) => pairKey(row.declarant, row.lrn)));
  const lostKeys = keyed.filter((item) => !wonIdempotency.has(pairKey(item.scope, item.key)));
  const lostLrns = claims.filter((item) => !wonLrn.has(pairKey(item.declarant, item.lrn)));
  // A new statement sees what the winner committed while we waited for it.
  const stored = await ifAny<Row & StoredIdempotency>(client, lostKeys, "readIdempotency", () => [
    textArray(lostKeys.map((item) => item.scope)),
    textArray(lostKeys.map((item) => item.key)),
  ]);
  const holders = await ifAny<{ declarant: string; lrn: string; case_id: string }>(
    client,
    lostLrns,
    "readLrn",
    () => [
      textArray(lostLrns.map((item) => item.declarant)),
      textArray(lostLrns.map((item) => item.lrn)),
    ],
  );
  const reads = {
    wonIdempotency,
    wonLrn,
    storedIdempotency: new Map(stored.map((row) => [pairKey(row.scope, row.key), row])),
    storedLrn: new Map(holders.map((row) => [pairKey(row.declarant, row.lrn), row.case_id])),
    cases: new Map((await locked).map((row) => [row.case_id, row])),
  };
  return [reads, balancesByAccount(await balances)];
}

type LockedBalance = { account: string; unit: string; amount: bigint; floor: bigint };

/** Every account once: a batch may ask for the same one hundreds of times. */
function accountColumns(accounts: readonly Account[]): Buffer[] {
  const wanted = onceEach(accounts);
  return [textArray(wanted.map((one) => one.account)), textArray(wanted.map((one) => one.unit))];
}

type Account = Pick<Reservation, "account" | "unit">;

function onceEach<T extends Account>(accounts: readonly T[]): T[] {
  return [...new Map(accounts.map((one) => [pairKey(one.account, one.unit), one])).values()];
}

function balancesByAccount(rows: readonly LockedBalance[]): Map<string, Balance> {
  return new Map(
    rows.map((row) => [pairKey(row.account, row.unit), { amount: row.amount, floor: row.floor }]),
  );
}

function ifAny<T extends Row>(
  client: Client,
  rows: readonly unknown[],
  name: StatementName,
  values: () => unknown[],
): Promise<T[]> {
  return rows.length === 0 ? Promise.resolve([]) : run<T>(client, name, values());
}

/** A request that claimed a key or an LRN and then lost for another reason must not keep them. */
function giveBackClaims(
  client: Client,
  items: readonly QueuedCommit[],
  results: readonly CommitResult[],
  reads: BatchReads,
): Promise<unknown>[] {
  const lost = items.filter((_item, index) => results[index]?.status !== "committed");
  const keys = lost.flatMap(({ request: { idempotency } }) =>
    idempotency && reads.wonIdempotency.has(pairKey(idempotency.scope, idempotency.key))
      ? [idempotency]
      : [],
  );
  const lrns = lost.flatMap(({ request: { lrnClaim } }) =>
    lrnClaim && reads.wonLrn.has(pairKey(lrnClaim.declarant, lrnClaim.lrn)) ? [lrnClaim] : [],
  );
  const refused = items.flatMap(({ request: { idempotency } }, index) => {
    const result = results[index];
    if (!idempotency || result?.status !== "committed") return [];
    const { shortAccounts } = result;
    if (shortAccounts === undefined) return [];
    const response = idempotency.refusedResponse?.(shortAccounts) ?? idempotency.response;
    return [{ ...idempotency, response }];
  });
  return [
    ifAny(client, keys, "dropIdempotency", () => [
      textArray(keys.map((item) => item.scope)),
      textArray(keys.map((item) => item.key)),
    ]),
    ifAny(client, lrns, "dropLrn", () => [
      textArray(lrns.map((item) => item.declarant)),
      textArray(lrns.map((item) => item.lrn)),
    ]),
    ifAny(client, refused, "refuseIdempotency", () => [
      textArray(refused.map((item) => item.scope)),
      textArray(refused.map((item) => item.key)),
      jsonbArray(refused.map(({ response }) => response)),
    ]),
  ];
}

function writeEverything(
  client: Client,
  writes: readonly PlannedWrite[],
  balances: ReadonlyMap<string, Balance>,
  at: string,
): Promise<unknown>[] {
  if (writes.length === 0) return [];
  const fresh = writes.filter((write) => write.isNew);
  const changed = writes.filter((write) => !write.isNew);
  const notifications = notificationColumns(writes);
  const payloads = payloadColumns(writes);
  const leaves = pendingLeafColumns(writes);
  const transfers = transferColumns(writes);
  const [deadlineCases, deadlineKinds, deadlineTimes] = deadlineColumns(writes);
  const hasDeadlines = writes.some((write) => write.branch.deadlines.length > 0);
  const keys = [...balances.keys()].map((key) => key.split("\u0000"));
  const work = [
    ifAny(client, fresh, "insertCases", () => caseColumns(fresh)),
    ifAny(client, changed, "updateCases", () => caseColumns(changed)),
    ...writeOwnRows(client, fresh, "insert"),
    ...writeOwnRows(client, changed, "update"),
    run(client, "insertEvents", [...eventColumns(writes), at]),
    ifAny(client, keys, "writeBalances", () => [
      textArray(keys.map(([account]) => account ?? null)),
      textArray(keys.map(([, unit]) => unit ?? null)),
      int8Array([...balances.values()].map((balance) => balance.amount)),
      at,
    ]),
    ifAny(client, changed, "dropDeadlines", () => [
      uuidArray(changed.map((write) => write.item.request.caseId)),
      deadlineCases,
      deadlineKinds,
    ]),
  ];
  if (notifications) work.push(run(client, "insertNotifications", notifications));
  if (transfers) work.push(run(client, "insertTransfers", [...transfers, at]));
  if (payloads) work.push(run(client, "insertPayloads", [...payloads, at]));
  if (hasDeadlines) {
    work.push(run(client, "upsertDeadlines", [deadlineCases, deadlineKinds, deadlineTimes]));
  }
  if (leaves) work.push(run(client, "insertPendingLeaves", [...leaves, at]));
  return work;
}

/** After the envelopes: whoever is to write a case at the same time waits there. */
function writeOwnRows(
  client: Client,
  writes: readonly PlannedWrite[],
  how: "insert" | "update",
): Promise<unknown>[] {
  const byTable = new Map<OwnTable, OwnWrite[]>();
  for (const { item, row } of writes) {
    if (row.own === undefined) continue;
    const write = { caseId: item.request.caseId, own: row.own };
    const others = byTable.get(row.own.table);
    if (others === undefined) byTable.set(row.own.table, [write]);
    else others.push(write);
  }
  return [...byTable].map(([table, own]) =>
    query(client, { ...table[how], values: ownColumns(table, own) }),
  );
}

/** Which of these commits are in the database: asked after a connection was lost in COMMIT. */
export async function findCommits(
  client: Client,
  items: readonly QueuedCommit[],
): Promise<Set<string>> {
  const rows = await run<{ commit_id: string }>(client, "findCommits", [
    uuidArray(items.map((item) => item.request.caseId)),
    uuidArray(items.map((item) => item.commitId)),
  ]);
  return new Set(rows.map((row) => row.commit_id));
}
