/** Policies of risk, which of them is in force, and the models that they name. */
import type { BacktestReport } from "@customhouse/api/risk/backtest-report";
import type { RiskModel } from "@customhouse/api/risk/models";
import type { RiskPolicy } from "@customhouse/risk";
import { type Kysely, sql } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";
import { riskTables } from "./tables.ts";

export type PolicyState = "draft" | "tried" | "signed" | "active" | "superseded" | "rejected";

export interface PolicyVersion {
  readonly version: number;
  readonly state: PolicyState;
  readonly policy: RiskPolicy;
  /** Hex SHA-256 of the policy as JSON. */
  readonly digest: string;
  readonly note: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly report?: BacktestReport;
  readonly signedBy?: string;
  readonly signedAt?: string;
  readonly activatedBy?: string;
  readonly activatedAt?: string;
}

export interface StoredModelRow<Card = RiskModel["card"]> {
  readonly digest: string;
  readonly name: string;
  readonly card: Card;
  readonly createdBy: string;
  readonly createdAt: string;
}

interface Row {
  readonly version: number;
  readonly state: PolicyState;
  readonly body: unknown;
  readonly digest: string;
  readonly note: string;
  readonly created_by: string;
  readonly created_at: string;
  readonly report: unknown;
  readonly signed_by: string | null;
  readonly signed_at: string | null;
  readonly activated_by: string | null;
  readonly activated_at: string | null;
}

const MAX_LISTED = 200;

export async function storePolicy(
  db: Kysely<Database>,
  policy: Pick<PolicyVersion, "policy" | "digest" | "note" | "createdBy" | "createdAt">,
): Promise<PolicyVersion> {
  const row = await riskTables(db)
    .insertInto("risk_policy")
    .values({
      state: "draft",
      body: JSON.stringify(policy.policy),
      digest: policy.digest,
      note: policy.note,
      created_by: policy.createdBy,
      created_at: policy.createdAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return view(row);
}

export async function listPolicies(db: Kysely<Database>): Promise<readonly PolicyVersion[]> {
  const query = riskTables(db).selectFrom("risk_policy").selectAll().orderBy("version", "desc");
  return (await query.limit(MAX_LISTED).execute()).map(view);
}

export async function loadPolicy(
  db: Kysely<Database>,
  version: number,
): Promise<PolicyVersion | undefined> {
  const query = riskTables(db).selectFrom("risk_policy").selectAll().where("version", "=", version);
  const row = await query.executeTakeFirst();
  return row && view(row);
}

export async function activePolicy(db: Kysely<Database>): Promise<number | undefined> {
  const query = riskTables(db)
    .selectFrom("risk_policy")
    .select("version")
    .where("state", "=", "active");
  return (await query.executeTakeFirst())?.version;
}

/** A new back-test takes a signature back: it was given for another report. */
export async function storePolicyReport(
  db: Kysely<Database>,
  version: number,
  report: unknown,
): Promise<boolean> {
  const done = await riskTables(db)
    .updateTable("risk_policy")
    .set({
      state: "tried",
      report: JSON.stringify(report),
      signed_by: null,
      signed_at: null,
    })
    .where("version", "=", version)
    .where("state", "in", ["draft", "tried", "signed", "rejected"])
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** By somebody else than who wrote it, and of the very report that was seen. */
export async function signPolicy(
  db: Kysely<Database>,
  version: number,
  by: string,
  at: string,
): Promise<boolean> {
  const done = await riskTables(db)
    .updateTable("risk_policy")
    .set({ state: "signed", signed_by: by, signed_at: at })
    .where("version", "=", version)
    .where("state", "=", "tried")
    .where("created_by", "!=", by)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** False when it may not be put in force: it is not signed, or was never in force. */
export async function activatePolicy(
  db: Kysely<Database>,
  version: number,
  by: string,
  at: string,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await lockPolicies(transaction);
    const wanted = await riskTables(transaction)
      .selectFrom("risk_policy")
      .select("state")
      .where("version", "=", version)
      .executeTakeFirst();
    if (wanted?.state !== "signed" && wanted?.state !== "superseded") return false;
    await replaceActive(transaction, version, by, at);
    return true;
  });
}

/** In a transaction that holds the policies (`lockPolicies`) and has seen that this one may be put in force. */
export async function replaceActive(
  transaction: Kysely<Database>,
  version: number,
  by: string,
  at: string,
): Promise<void> {
  await riskTables(transaction)
    .updateTable("risk_policy")
    .set({ state: "superseded" })
    .where("state", "=", "active")
    .execute();
  await riskTables(transaction)
    .updateTable("risk_policy")
    .set({ state: "active", activated_by: by, activated_at: at })
    .where("version", "=", version)
    .execute();
}

/** Back to the one before; without one, to the country's criteria alone (0). Undefined: there is nothing to undo. */
export async function rollBackPolicy(
  db: Kysely<Database>,
  by: string,
  at: string,
): Promise<{ readonly version: number } | undefined> {
  return db.transaction().execute(async (transaction) => {
    await lockPolicies(transaction);
    const rejected = await riskTables(transaction)
      .updateTable("risk_policy")
      .set({ state: "rejected" })
      .where("state", "=", "active")
      .returning("activated_at")
      .executeTakeFirst();
    if (rejected === undefined) return undefined;
    const before = await riskTables(transaction)
      .selectFrom("risk_policy")
      .select("version")
      .where("state", "=", "superseded")
      .where("activated_at", "<", rejected.activated_at)
      .orderBy("activated_at", "desc")
      .executeTakeFirst();
    if (before === undefined) return { version: 0 };
    await riskTables(transaction)
      .updateTable("risk_policy")
      .set({ state: "active", activated_by: by, activated_at: at })
      .where("version", "=", before.version)
      .execute();
    return { version: before.version };
  });
}

/** Until the transaction ends, no other policy is put in force. */
export async function lockPolicies(db: Kysely<Database>): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('customhouse/risk-policy'))`.execute(db);
}

/** Models of risk, and those that read descriptions of goods. */
type ModelTableName = "risk_model" | "description_model";

/** The same bytes are the same model: storing them again changes nothing. */
export async function storeModel<Card>(
  db: Kysely<Database>,
  model: StoredModelRow<Card> & { readonly content: Uint8Array },
  table: ModelTableName = "risk_model",
): Promise<void> {
  await riskTables(db)
    .insertInto(table)
    .values({
      digest: model.digest,
      name: model.name,
      card: JSON.stringify(model.card),
      content: model.content,
      created_by: model.createdBy,
      created_at: model.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Newest first. */
export async function listModels<Card = StoredModelRow["card"]>(
  db: Kysely<Database>,
  table: ModelTableName = "risk_model",
): Promise<readonly StoredModelRow<Card>[]> {
  const stored = await riskTables(db)
    .selectFrom(table)
    .select(["digest", "name", "card", "created_by as createdBy", "created_at as createdAt"])
    .orderBy("created_at", "desc")
    .limit(MAX_LISTED)
    .execute();
  // Only what could be read as a model was stored.
  return stored as readonly StoredModelRow<Card>[];
}

/** With when it was brought in. */
export async function loadStoredModel(
  db: Kysely<Database>,
  digest: string,
): Promise<{ readonly content: Uint8Array; readonly storedAt: string } | undefined> {
  return await riskTables(db)
    .selectFrom("risk_model")
    .select(["content", "created_at as storedAt"])
    .where("digest", "=", digest)
    .executeTakeFirst();
}

export async function loadModel(
  db: Kysely<Database>,
  digest: string,
): Promise<Uint8Array | undefined> {
  const query = riskTables(db)
    .selectFrom("risk_model")
    .select("content")
    .where("digest", "=", digest);
  return (await query.executeTakeFirst())?.content;
}

function view(row: Row): PolicyVersion {
  return {
    version: row.version,
    state: row.state,
    policy: row.body as RiskPolicy,
    digest: row.digest,
    note: row.note,
    createdBy: row.created_by,
    createdAt: row.created_at,
    ...(row.report === null ? {} : { report: row.report as BacktestReport }),
    ...(row.signed_by === null ? {} : { signedBy: row.signed_by }),
    ...(row.signed_at === null ? {} : { signedAt: row.signed_at }),
    ...(row.activated_by === null ? {} : { activatedBy: row.activated_by }),
    ...(row.activated_at === null ? {} : { activatedAt: row.activated_at }),
  };
}
