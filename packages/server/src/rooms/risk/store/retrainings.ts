/** Runs in which the server learns a challenger. One is open at most; whoever ends one has to hold its newest attempt. */
import type { RiskRetrainingResult } from "@customhouse/api/risk/retrainings";
import type { Retraining } from "@customhouse/risk/monitor";
import { type Kysely, sql } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";
import { type RiskTables, riskTables } from "./tables.ts";

export type RetrainingOutcome = NonNullable<RiskTables["risk_retraining"]["outcome"]>;

export interface RetrainingProgress {
  readonly stage: "facts" | "trees" | "backtest";
  readonly done: number;
  readonly total: number;
}

export interface RetrainingRun {
  readonly id: string;
  readonly reason: RiskTables["risk_retraining"]["reason"];
  readonly askedBy: string;
  readonly askedAt: string;
  readonly state: "waiting" | "running" | "over";
  /** How often it was begun. */
  readonly attempt: number;
  readonly startedAt?: string;
  readonly endedAt?: string;
  /** The policy that was in force when it began; 0: none. */
  readonly policy?: number;
  readonly alarms: readonly string[];
  readonly progress?: RetrainingProgress;
  readonly outcome?: RetrainingOutcome;
  readonly code?: string;
  readonly message?: string;
  readonly result?: RiskRetrainingResult;
  /** Digest of the challenger that was stored, and the policy that names it. */
  readonly model?: string;
  readonly draft?: number;
  readonly cancelledBy?: string;
}

export interface RetrainingEnding {
  readonly outcome: Exclude<RetrainingOutcome, "cancelled">;
  readonly at: string;
  readonly code?: string;
  readonly message?: string;
  readonly result?: unknown;
  readonly model?: string;
  readonly draft?: number;
}

type Db = Kysely<Database>;
type Attempt = Pick<RetrainingRun, "id" | "attempt">;

const MAX_LISTED = 200;

/** A new run, or the one that is open already. */
export async function askRetraining(
  db: Db,
  asked: Pick<RetrainingRun, "id" | "reason" | "askedBy" | "askedAt">,
): Promise<RetrainingRun> {
  const made = await riskTables(db)
    .insertInto("risk_retraining")
    .values({
      id: asked.id,
      reason: asked.reason,
      asked_by: asked.askedBy,
      asked_at: asked.askedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (made !== undefined) return view(made);
  return (await openRetraining(db)) ?? askRetraining(db, asked);
}

export async function openRetraining(db: Db): Promise<RetrainingRun | undefined> {
  const query = riskTables(db)
    .selectFrom("risk_retraining")
    .selectAll()
    .where("outcome", "is", null);
  const row = await query.executeTakeFirst();
  return row && view(row);
}

export async function loadRetraining(db: Db, id: string): Promise<RetrainingRun | undefined> {
  const query = riskTables(db).selectFrom("risk_retraining").selectAll().where("id", "=", id);
  const row = await query.executeTakeFirst();
  return row && view(row);
}

/** Newest first. */
export async function listRetrainings(db: Db): Promise<readonly RetrainingRun[]> {
  const query = riskTables(db)
    .selectFrom("risk_retraining")
    .selectAll()
    .orderBy("asked_at", "desc");
  return (await query.limit(MAX_LISTED).execute()).map(view);
}

export async function lastRetraining(db: Db): Promise<RetrainingRun | undefined> {
  const query = riskTables(db)
    .selectFrom("risk_retraining")
    .selectAll()
    .where("outcome", "is not", null);
  const row = await query.orderBy("ended_at", "desc").limit(1).executeTakeFirst();
  return row && view(row);
}

/** Begins the open run, again where whoever had begun it is gone. Undefined: it has ended meanwhile. */
export async function claimRetraining(
  db: Db,
  id: string,
  begun: { readonly at: string; readonly policy: number },
): Promise<RetrainingRun | undefined> {
  const row = await riskTables(db)
    .updateTable("risk_retraining")
    .set({
      attempt: sql`attempt + 1`,
      started_at: begun.at,
      policy: begun.policy,
      progress: null,
    })
    .where("id", "=", id)
    .where("outcome", "is", null)
    .returningAll()
    .executeTakeFirst();
  return row && view(row);
}

/** Left for the next server, as if it had not been begun. */
export async function giveBackRetraining(db: Db, run: Attempt): Promise<void> {
  await ofAttempt(db, run)
    .set({ attempt: sql`attempt - 1`, started_at: null, progress: null })
    .execute();
}

export async function tellRetraining(
  db: Db,
  run: Attempt,
  told: { readonly progress: RetrainingProgress } | { readonly alarms: readonly string[] },
): Promise<void> {
  const values =
    "progress" in told
      ? { progress: JSON.stringify(told.progress) }
      : { alarms: JSON.stringify(told.alarms) };
  await ofAttempt(db, run).set(values).execute();
}

/** False where another server has taken the run over, or ended it: what was learnt here must not count. */
export async function endRetraining(
  db: Db,
  run: Attempt,
  ending: RetrainingEnding,
): Promise<boolean> {
  const { outcome, at, code, message, result, model, draft } = ending;
  const done = await ofAttempt(db, run)
    .set({
      outcome,
      ended_at: at,
      progress: null,
      code,
      message,
      result: result === undefined ? undefined : JSON.stringify(result),
      model,
      draft,
    })
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Ends the run if it is open, whoever does it; gives it as it is then. */
export async function cancelRetraining(
  db: Db,
  id: string,
  by: string,
  at: string,
): Promise<RetrainingRun | undefined> {
  await riskTables(db)
    .updateTable("risk_retraining")
    .set({ outcome: "cancelled", cancelled_by: by, ended_at: at, progress: null })
    .where("id", "=", id)
    .where("outcome", "is", null)
    .execute();
  return await loadRetraining(db, id);
}

/** Whether what is done for this attempt may still count: it was not called off, and no other server has taken it over. */
export async function isOpenAttempt(db: Db, { id, attempt }: Attempt): Promise<boolean> {
  const row = await riskTables(db)
    .selectFrom("risk_retraining")
    .select("id")
    .where("id", "=", id)
    .where("attempt", "=", attempt)
    .where("outcome", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

/** How the policy in force wants it; undefined: not at all, or none is in force. */
export async function retrainingWanted(db: Db): Promise<Retraining | undefined> {
  const row = await riskTables(db)
    .selectFrom("risk_policy")
    .select(sql<Retraining | null>`body -> 'retraining'`.as("retraining"))
    .where("state", "=", "active")
    .executeTakeFirst();
  return row?.retraining ?? undefined;
}

/** Whether people took back what was last put in force without one of them, and have signed nothing in force since. */
export async function wasTakenBack(db: Db): Promise<boolean> {
  const last = await riskTables(db)
    .selectFrom("risk_retraining as r")
    .innerJoin("risk_policy as p", "p.version", "r.draft")
    .select(["p.state", "r.ended_at"])
    .where("r.outcome", "=", "activated")
    .orderBy("r.ended_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (last?.state !== "rejected") return false;
  const signedSince = await riskTables(db)
    .selectFrom("risk_policy")
    .select("version")
    .where("state", "=", "active")
    .where("signed_at", ">", last.ended_at)
    .executeTakeFirst();
  return signedSince === undefined;
}

function ofAttempt(db: Db, { id, attempt }: Attempt) {
  return riskTables(db)
    .updateTable("risk_retraining")
    .where("id", "=", id)
    .where("attempt", "=", attempt)
    .where("outcome", "is", null);
}

type Row = Awaited<ReturnType<typeof rows>>[number];

function rows(db: Db) {
  return riskTables(db).selectFrom("risk_retraining").selectAll().execute();
}

function view(row: Row): RetrainingRun {
  const { outcome, started_at: startedAt } = row;
  const optional = {
    startedAt,
    endedAt: row.ended_at,
    policy: row.policy,
    progress: row.progress as RetrainingProgress | null,
    outcome,
    code: row.code,
    message: row.message,
    result: row.result as RiskRetrainingResult | null,
    model: row.model,
    draft: row.draft,
    cancelledBy: row.cancelled_by,
  };
  return {
    id: row.id,
    reason: row.reason,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    state: outcome !== null ? "over" : startedAt === null ? "waiting" : "running",
    attempt: row.attempt,
    alarms: row.alarms as readonly string[],
    ...present(optional),
  };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], null> };

function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null),
  ) as Present<T>;
}
