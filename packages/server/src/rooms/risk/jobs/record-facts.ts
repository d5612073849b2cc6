/**
 * Reads the log into facts: what each risk run looked at, what each control found and what came out later, in the one
 * order of the log. One process at a time does it; what it wrote is read by every history, back-test and export.
 */

import type { Case } from "@customhouse/clearance";
import type { FactBody } from "@customhouse/history/fact";
import { decode } from "@customhouse/messages";
import type { Country, Declaration } from "@customhouse/model";
import type { Pool, PoolClient } from "pg";
import type { KeyedHash } from "../../../platform/keyed-hash.ts";
import { inTransaction } from "../../../platform/storage/in-transaction.ts";
import { caseFacts } from "../live/case-facts.ts";
import {
  contentsOf,
  insertFacts,
  lockCursor,
  moveCursor,
  newRiskEvents,
  nextCases,
  type RiskEvent,
} from "../store/facts.ts";
import { newOutcomes, type Outcome } from "../store/outcomes.ts";

const LEAVES_A_RUN = 200;
/** By then every process has read what is written now. */
export const VISIBLE_AFTER_MS = 2_000;

export interface FactSource {
  readonly country: Country;
  readonly clock: () => Date;
  /** Names become pseudonyms under this key. */
  readonly pseudonymKey: KeyedHash;
}

/** Takes in the next leaves. Returns how many there were: call again until none is left. */
export async function recordFacts(pool: Pool, source: FactSource): Promise<number> {
  return inTransaction(pool, (client) => takeNext(client, source));
}

async function takeNext(client: PoolClient, source: FactSource): Promise<number> {
  const cursor = await lockCursor(client);
  const next = await nextCases(client, cursor.logSize, LEAVES_A_RUN);
  if (next.caseIds.length === 0) return 0;
  const events = await newRiskEvents(client, next.caseIds);
  const outcomes = await newOutcomes(client, next.caseIds, source.country.formalities);
  const order = new Map(next.caseIds.map((caseId, index) => [caseId, index]));
  const rows = [...(await factRows(client, events, source)), ...outcomes.map(outcomeRow)].toSorted(
    (one, other) =>
      (order.get(one.caseId) ?? 0) - (order.get(other.caseId) ?? 0) ||
      one.eventSeq - other.eventSeq,
  );
  if (rows.length > 0) {
    const visibleAt = new Date(source.clock().getTime() + VISIBLE_AFTER_MS).toISOString();
    const placed = rows.map((row, index) => ({
      ...row,
      position: cursor.position + BigInt(index) + 1n,
    }));
    await insertFacts(client, placed, visibleAt);
  }
  const position = cursor.position + BigInt(rows.length);
  await moveCursor(client, { logSize: next.logSize, position });
  return Number(next.logSize - cursor.logSize);
}

interface FactRow {
  readonly caseId: string;
  readonly eventSeq: number;
  readonly at: string;
  readonly body: FactBody;
  /** The case that the fact is about, where the event belongs to another case. */
  readonly ofCase?: string | null;
}

/** The label of an audit that found nothing wrong. */
const COMPLIANT = "compliant";

function outcomeRow({ caseId, seq, at, source, label, ofCase }: Outcome): FactRow {
  const findings = label === null || label === COMPLIANT ? [] : [{ code: label }];
  return { caseId, eventSeq: seq, at, body: { kind: "result", control: source, findings }, ofCase };
}

async function factRows(
  client: PoolClient,
  events: readonly RiskEvent[],
  source: FactSource,
): Promise<readonly FactRow[]> {
  const runs = events.filter(({ type }) => type === "LaneAssigned");
  const contents = runs.length === 0 ? [] : await contentsOf(client, runs);
  const declarations = new Map(
    contents.map(({ caseId, digest, content }) => [
      `${caseId} ${digest}`,
      decode(content, { profile: source.country.messages }).document?.Declaration,
    ]),
  );
  return events.flatMap((event) => {
    const { caseId, seq: eventSeq, at } = event;
    const body =
      event.type === "LaneAssigned"
        ? runBody(event, declarations.get(`${caseId} ${event.documentDigest}`), source)
        : resultBody(event);
    // Of a declaration that was erased meanwhile nothing is left to learn from.
    return body === undefined ? [] : [{ caseId, eventSeq, at, body }];
  });
}

function runBody(
  event: RiskEvent,
  declaration: Declaration | undefined,
  source: FactSource,
): FactBody | undefined {
  if (declaration === undefined) return undefined;
  const { caseId, dataSet, office, at, body } = event;
  const direction = event.direction as Case["direction"];
  const facts = caseFacts(
    declaration,
    { caseId, direction, dataSet },
    { at, office, country: source.country },
    source.pseudonymKey,
  );
  const { standByUntil: _, ...run } = body as { standByUntil?: string } & RunPart;
  return { kind: "run", facts, run };
}

type RunPart = Extract<FactBody, { kind: "run" }>["run"];

/** A result that is not satisfactory and names no finding still found something. */
function resultBody({ body }: RiskEvent): FactBody {
  const {
    result,
    kind,
    findings = [],
  } = body as {
    result: string;
    kind: string;
    findings?: readonly { code: string; item?: number }[];
  };
  const uncoded = result !== "satisfactory" && findings.length === 0;
  return { kind: "result", control: kind, findings: uncoded ? [{ code: result }] : findings };
}
