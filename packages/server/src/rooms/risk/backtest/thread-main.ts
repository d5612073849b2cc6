/** The thread of one back-test (thread.ts starts it). */

import { createHash } from "node:crypto";
import { backtestEventOf } from "@customhouse/history/backtest-event";
import type { FactBody } from "@customhouse/history/fact";
import { inThread } from "@customhouse/history/threads";
import { Backtest, type BacktestPolicy } from "@customhouse/risk/backtest";
import { History } from "@customhouse/risk/features";
import { compileRules } from "@customhouse/risk/rules";
import { rolePool } from "../../../platform/storage/database.ts";
import { WRITER_ROLE } from "../../../platform/storage/roles.ts";
import { scorerOf } from "../live/scorer.ts";
import { readInPlayOrder } from "../store/facts.ts";
import type { BacktestTalk, PlayedPolicy } from "./thread.ts";

const ROWS_A_READ = 2_000;

const { order, tell } = inThread<BacktestTalk>();
const { databaseUrl, before, after } = order;
const pool = rolePool(databaseUrl, WRITER_ROLE, 1);
const run = new Backtest({
  history: new History(),
  before: await sideOf(before),
  after: await sideOf(after),
  digest: (text) => createHash("sha256").update(text).digest("hex"),
});
let played = 0;
let last: Parameters<typeof readInPlayOrder>[1];
for (;;) {
  const rows = await readInPlayOrder(pool, last, ROWS_A_READ);
  for (const { caseId, visibleAt, body } of rows) {
    run.take(backtestEventOf({ caseId, visibleAt, body: body as FactBody }));
  }
  played += rows.length;
  tell({ kind: "played", rows: played });
  last = rows.at(-1);
  if (rows.length < ROWS_A_READ) break;
}
await pool.end();
tell({ kind: "report", report: run.report() });

async function sideOf({ rules, lanes, model }: PlayedPolicy): Promise<BacktestPolicy> {
  const { set } = compileRules(rules);
  return { set, lanes, model: model && (await scorerOf(model)) };
}
