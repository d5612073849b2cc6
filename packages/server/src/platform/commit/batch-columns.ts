/** Turns the planned writes of a batch into columns: one binary array parameter each. */
import {
  arrayLiteral,
  byteaArray,
  int4Array,
  int8Array,
  jsonbArray,
  textArray,
  timestampArray,
  uuidArray,
} from "../storage/binary-array.ts";
import type { PlannedWrite } from "./plan.ts";

export function caseColumns(writes: readonly PlannedWrite[]): Buffer[] {
  const column = <T>(pick: (write: PlannedWrite) => T): T[] => writes.map(pick);
  return [
    uuidArray(column((w) => w.item.request.caseId)),
    int4Array(column((w) => w.result.actCount)),
    textArray(column((w) => w.row.country)),
    textArray(column((w) => w.row.sort)),
    textArray(column((w) => w.row.number)),
    textArray(column((w) => w.row.kind)),
    textArray(column((w) => w.row.state ?? null)),
    textArray(column((w) => w.row.holder)),
    textArray(column((w) => w.row.office)),
    textArray(column((w) => arrayLiteral(w.row.agencies ?? []))),
    textArray(column((w) => arrayLiteral(w.row.parties ?? []))),
    timestampArray(column((w) => w.row.submittedAt)),
    timestampArray(column((w) => w.row.updatedAt)),
    int4Array(column((w) => w.before.event_count + w.branch.events.length)),
    int4Array(column((w) => w.before.notification_count + w.branch.notifications.length)),
    int4Array(column((w) => w.before.leaf_count + w.branch.leaves.length)),
    jsonbArray(column((w) => w.row.snapshot)),
  ];
}

/** The rows of all writes in one list, each with the write it belongs to. */
function flatten<T>(
  writes: readonly PlannedWrite[],
  pick: (write: PlannedWrite) => readonly T[],
): { write: PlannedWrite; value: T; index: number }[] {
  return writes.flatMap((write) => pick(write).map((value, index) => ({ write, value, index })));
}

export function eventColumns(writes: readonly PlannedWrite[]): Buffer[] {
  const rows = flatten(writes, (write) => write.branch.events);
  return [
    uuidArray(rows.map((row) => row.write.item.request.caseId)),
    int4Array(rows.map((row) => row.write.result.eventSeqs[row.index] ?? null)),
    textArray(rows.map((row) => row.value.type)),
    int4Array(rows.map((row) => row.value.v)),
    jsonbArray(rows.map((row) => row.value.body)),
    timestampArray(rows.map((row) => row.value.legalAt)),
    timestampArray(rows.map((row) => row.value.knownAt)),
    uuidArray(rows.map((row) => row.write.item.commitId)),
  ];
}

export function notificationColumns(writes: readonly PlannedWrite[]): Buffer[] | undefined {
  const rows = flatten(writes, (write) => write.branch.notifications);
  if (rows.length === 0) return undefined;
  return [
    uuidArray(rows.map((row) => row.write.item.request.caseId)),
    int4Array(rows.map((row) => row.write.result.notificationSeqs[row.index] ?? null)),
    textArray(rows.map((row) => row.value.party)),
    textArray(rows.map((row) => row.value.functionCode)),
    timestampArray(rows.map((row) => row.value.issuedAt)),
    jsonbArray(rows.map((row) => row.value.body)),
  ];
}

export function payloadColumns(writes: readonly PlannedWrite[]): Buffer[] | undefined {
  const rows = flatten(writes, (write) => write.branch.payloads);
  if (rows.length === 0) return undefined;
  return [
    uuidArray(rows.map((row) => row.write.item.request.caseId)),
    byteaArray(rows.map((row) => row.value.digest)),
    textArray(rows.map((row) => row.value.kind)),
    textArray(rows.map((row) => row.value.mediaType)),
    byteaArray(rows.map((row) => row.value.content)),
  ];
}

export function deadlineColumns(writes: readonly PlannedWrite[]): [Buffer, Buffer, Buffer] {
  const rows = flatten(writes, (write) => write.branch.deadlines);
  return [
    uuidArray(rows.map((row) => row.write.item.request.caseId)),
    textArray(rows.map((row) => row.value.kind)),
    timestampArray(rows.map((row) => row.value.dueAt)),
  ];
}

/**
 * One row per leaf. The first row of a command also names the parties of its notifications, so that the
 * sequencer can place them; a command with notifications and no leaf gets a row without a digest.
 */
export function pendingLeafColumns(writes: readonly PlannedWrite[]): Buffer[] | undefined {
  const rows = writes.flatMap((write) => {
    const parties = arrayLiteral(write.branch.notifications.map((item) => item.party));
    const digests: (Uint8Array | null)[] = [...write.branch.leaves];
    if (digests.length === 0 && write.branch.notifications.length > 0) digests.push(null);
    return digests.map((digest, index) => ({
      caseId: write.item.request.caseId,
      seq: digest === null ? null : (write.result.leafSeqs[index] ?? null),
      digest,
      first: index === 0 ? (write.result.notificationSeqs[0] ?? 0) : 0,
      parties: index === 0 ? parties : "{}",
    }));
  });
  if (rows.length === 0) return undefined;
  return [
    uuidArray(rows.map((row) => row.caseId)),
    int4Array(rows.map((row) => row.seq)),
    byteaArray(rows.map((row) => row.digest)),
    int4Array(rows.map((row) => row.first)),
    textArray(rows.map((row) => row.parties)),
  ];
}

export function transferColumns(writes: readonly PlannedWrite[]): Buffer[] | undefined {
  const rows = flatten(writes, (write) => write.transfers);
  if (rows.length === 0) return undefined;
  return [
    textArray(rows.map((row) => row.value.from)),
    textArray(rows.map((row) => row.value.to)),
    textArray(rows.map((row) => row.value.unit)),
    int8Array(rows.map((row) => row.value.amountMinor)),
    uuidArray(rows.map((row) => row.write.item.request.caseId)),
    uuidArray(rows.map((row) => row.write.item.commitId)),
  ];
}
