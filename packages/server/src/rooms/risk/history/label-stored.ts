/** Controlled cases of the stored facts, by the same code as those of an exported history, and what they were made from. */
import { createHash } from "node:crypto";
import type { FactBody } from "@customhouse/history/fact";
import { type LabelledCase, Labelling } from "@customhouse/history/labelling";
import type { Pool } from "pg";
import { lastFact, readInPlayOrder, readResults } from "../store/facts.ts";

const ROWS_A_READ = 2_000;
/** The newest are learnt from: a case with its features takes some kilobytes, as it is and as rows of a table. */
const MAX_CASES = 50_000;

export interface StoredCases {
  readonly cases: readonly LabelledCase[];
  readonly data: {
    /** Position of the newest fact that was looked at. */
    readonly upTo: number;
    readonly facts: number;
    /** Hex SHA-256 of the facts in the order of play. */
    readonly digest: string;
  };
}

export async function labelStored(
  pool: Pool,
  onFacts: (done: number, total: number) => void,
): Promise<StoredCases> {
  // What is recorded meanwhile is of the next run: both passes see the same.
  const upTo = await lastFact(pool);
  const labelling = new Labelling({ most: MAX_CASES });
  await takeResults(pool, upTo, labelling);
  const digest = createHash("sha256");
  let facts = 0;
  let last: Parameters<typeof readInPlayOrder>[1];
  for (;;) {
    const rows = await readInPlayOrder(pool, last, ROWS_A_READ);
    for (const { playAt: _, position, ...row } of rows) {
      if (position > upTo) continue;
      const fact = { ...row, position: Number(position), body: row.body as FactBody };
      digest.update(`${JSON.stringify(fact)}\n`);
      labelling.take(fact);
      facts += 1;
    }
    onFacts(facts, Number(upTo));
    last = rows.at(-1);
    if (rows.length < ROWS_A_READ) break;
  }
  return {
    cases: labelling.cases(),
    data: { upTo: Number(upTo), facts, digest: digest.digest("hex") },
  };
}

async function takeResults(pool: Pool, upTo: bigint, labelling: Labelling): Promise<void> {
  let after = 0n;
  for (;;) {
    const rows = await readResults(pool, after, ROWS_A_READ);
    for (const { caseId, position, body } of rows) {
      const fact = body as FactBody;
      if (fact.kind === "result" && position <= upTo) labelling.takeResult(caseId, fact);
    }
    after = rows.at(-1)?.position ?? after;
    if (rows.length < ROWS_A_READ) return;
  }
}
