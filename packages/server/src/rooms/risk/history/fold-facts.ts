/** Takes stored facts into a history, page by page in their one order, for whoever assesses and for whoever keeps it. */
import type { FactBody } from "@customhouse/history/fact";
import type { History } from "@customhouse/risk/features";
import type { RiskFactRow } from "../store/facts.ts";

const FACTS_A_READ = 2_000;
/** An act that is under way asks for the history of its own moment, which is no longer ago than this. */
const READ_WITHIN_MS = 60_000;

export type ReadFacts = (after: bigint, limit: number) => Promise<readonly RiskFactRow[]>;

export interface FactsToFold {
  /** Those that come after it. */
  readonly after: bigint;
  readonly read: ReadFacts;
  readonly clock: () => Date;
  /** Told after each page how far the history goes now. */
  readonly folded: (position: bigint) => void;
}

/**
 * Only what a fold to now takes in whole: what has to wait would wait with all its facts, such as the words of descriptions,
 * where it can no longer be erased by its case.
 */
export function settledFacts(read: ReadFacts, clock: () => Date): ReadFacts {
  return async (after, limit) => {
    const rows = await read(after, limit);
    const askedFrom = new Date(clock().getTime() - READ_WITHIN_MS).toISOString();
    const waits = rows.findIndex(({ visibleAt }) => visibleAt >= askedFrom);
    return waits === -1 ? rows : rows.slice(0, waits);
  };
}

/** Reads facts into a history. Facts from before any instant that may still be asked about are folded in at once. */
export async function foldFacts(
  history: History,
  { after, read, clock, folded }: FactsToFold,
): Promise<void> {
  for (let position = after; ; ) {
    const rows = await read(position, FACTS_A_READ);
    for (const row of rows) observe(history, row);
    position = rows.at(-1)?.position ?? position;
    folded(position);
    const isLast = rows.length < FACTS_A_READ;
    const askedFrom = new Date(clock().getTime() - READ_WITHIN_MS).toISOString();
    history.foldTo(isLast ? askedFrom : earlier(askedFrom, rows[0]?.visibleAt));
    if (isLast) return;
  }
}

/** The next page may begin a little before this one ends, never before this one begins. */
function earlier(one: string, other = one): string {
  return one < other ? one : other;
}

function observe(history: History, { caseId, visibleAt: at, body }: RiskFactRow): void {
  const fact = body as FactBody;
  if (fact.kind === "run") history.observeLodged({ ...fact.facts, at });
  else history.observeResult({ caseId, at, controlled: true, findings: fact.findings });
}
