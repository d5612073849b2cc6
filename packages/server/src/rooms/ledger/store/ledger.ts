/** The ledger as it stands. Cases move it only through their commits; accounts are opened here. */
import { type Kysely, sql } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";

export interface NewAccount {
  readonly account: string;
  readonly unit: string;
  /** In the unit's smallest part. */
  readonly amount: bigint;
  readonly floor?: bigint;
}

/** What the accounts of a country begin with comes from here. */
const OPENING = "outside/opening";

/** Opens the accounts that are not there yet; what is there keeps its balance. */
export async function openAccounts(
  db: Kysely<Database>,
  accounts: readonly NewAccount[],
): Promise<void> {
  if (accounts.length === 0) return;
  await db.transaction().execute(async (transaction) => {
    const opened = await transaction
      .insertInto("balance")
      .values(accounts.map(({ floor = 0n, ...account }) => ({ ...account, floor })))
      .onConflict((conflict) => conflict.columns(["account", "unit"]).doNothing())
      .returning(["account", "unit", "amount"])
      .execute();
    const filled = opened.filter(({ amount }) => amount > 0n);
    if (filled.length === 0) return;
    const at = new Date().toISOString();
    await transaction
      .insertInto("transfer")
      .values(
        filled.map(({ account, unit, amount }) => ({
          from_account: OPENING,
          to_account: account,
          unit,
          amount,
          at,
        })),
      )
      .execute();
  });
}

export interface AccountBalance {
  readonly account: string;
  readonly unit: string;
  readonly amount: bigint;
  readonly floor: bigint;
}

export async function readBalance(
  db: Kysely<Database>,
  account: string,
  unit: string,
): Promise<Pick<AccountBalance, "amount" | "floor"> | undefined> {
  return db
    .selectFrom("balance")
    .select(["amount", "floor"])
    .where("account", "=", account)
    .where("unit", "=", unit)
    .executeTakeFirst();
}

/** Of a guarded account its balance, of any other the sum of its transfers. */
export async function sumOfAccount(
  db: Kysely<Database>,
  account: string,
  unit: string,
): Promise<bigint> {
  const guarded = await readBalance(db, account, unit);
  if (guarded !== undefined) return guarded.amount;
  const { rows } = await sql<{ amount: string }>`SELECT (
      (SELECT coalesce(sum(amount), 0) FROM transfer WHERE to_account = ${account} AND unit = ${unit})
      - (SELECT coalesce(sum(amount), 0) FROM transfer WHERE from_account = ${account} AND unit = ${unit})
    )::text AS amount`.execute(db);
  return BigInt(rows[0]?.amount ?? "0");
}

/** Of an account in every unit that it has. */
export async function readBalances(
  db: Kysely<Database>,
  account: string,
): Promise<readonly AccountBalance[]> {
  return db
    .selectFrom("balance")
    .select(["account", "unit", "amount", "floor"])
    .where("account", "=", account)
    .orderBy("unit")
    .execute();
}

/** Goods of one owner and commodity under an authorisation. */
export interface StockLine {
  readonly owner: string;
  readonly commodity: string;
  readonly unit: string;
  readonly amount: bigint;
}

const MAX_STOCK_LINES = 1_000;

/** Accounts are named `stock/authorisation/owner/commodity`: all that begin so, and have something. */
export async function readStock(
  db: Kysely<Database>,
  authorisation: string,
): Promise<readonly StockLine[]> {
  const rows = await db
    .selectFrom("balance")
    .select(["account", "unit", "amount"])
    .where("account", ">=", `stock/${authorisation}/`)
    // The character after the slash.
    .where("account", "<", `stock/${authorisation}0`)
    .where("amount", ">", 0n)
    .orderBy("account")
    .orderBy("unit")
    .limit(MAX_STOCK_LINES)
    .execute();
  return rows.map(({ account, unit, amount }) => {
    const [, , owner = "", commodity = ""] = account.split("/");
    return { owner, commodity, unit, amount };
  });
}

export interface StatementLine {
  readonly position: bigint;
  /** More than zero came in, less went out. */
  readonly amount: bigint;
  readonly unit: string;
  /** The account at the other end. */
  readonly other: string;
  readonly caseId: string | null;
  readonly at: string;
}

/** The newest transfers of an account; `before` continues with older ones. */
export async function readStatement(
  db: Kysely<Database>,
  account: string,
  limit: number,
  before?: bigint,
): Promise<readonly StatementLine[]> {
  const rows = await db
    .selectFrom("transfer")
    .selectAll()
    .where((where) =>
      where.or([where("from_account", "=", account), where("to_account", "=", account)]),
    )
    .$if(before !== undefined, (query) => query.where("transfer_id", "<", before ?? 0n))
    .orderBy("transfer_id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    position: row.transfer_id,
    amount: row.to_account === account ? row.amount : -row.amount,
    unit: row.unit,
    other: row.to_account === account ? row.from_account : row.to_account,
    caseId: row.case_id,
    at: row.at,
  }));
}

export interface LedgerCheck {
  readonly transfers: bigint;
  readonly accounts: number;
  /** Guarded accounts whose balance is not the sum of their transfers. */
  readonly drifted: readonly {
    readonly account: string;
    readonly unit: string;
    readonly by: bigint;
  }[];
  /** Guarded accounts below their floor. */
  readonly belowFloor: readonly string[];
  /** Cases that gave back more than they had taken. */
  readonly overdrawnCases: readonly string[];
}

/** Adds up everything. With none in any list, the books are right. */
export async function checkLedger(db: Kysely<Database>): Promise<LedgerCheck> {
  const sums = sql`SELECT account, unit, sum(amount) AS amount FROM (
      SELECT to_account AS account, unit, amount FROM transfer
      UNION ALL SELECT from_account, unit, -amount FROM transfer
    ) AS legs GROUP BY account, unit`;
  const drifted = await sql<{ account: string; unit: string; by: string }>`
    SELECT b.account, b.unit, (b.amount - coalesce(s.amount, 0))::text AS by
    FROM balance b LEFT JOIN (${sums}) AS s USING (account, unit)
    WHERE b.amount <> coalesce(s.amount, 0) ORDER BY 1, 2`.execute(db);
  const overdrawn = await sql<{ account: string }>`
    SELECT account FROM (${sums}) AS s WHERE account LIKE 'case/%' AND amount < 0 ORDER BY 1`.execute(
    db,
  );
  const below = await sql<{ account: string }>`
    SELECT account FROM balance WHERE amount < floor ORDER BY 1`.execute(db);
  const counts = await sql<{ transfers: bigint; accounts: number }>`
    SELECT (SELECT count(*) FROM transfer)::bigint AS transfers,
      (SELECT count(*) FROM balance)::int AS accounts`.execute(db);
  return {
    transfers: counts.rows[0]?.transfers ?? 0n,
    accounts: counts.rows[0]?.accounts ?? 0,
    drifted: drifted.rows.map((row) => ({ ...row, by: BigInt(row.by) })),
    belowFloor: below.rows.map(({ account }) => account),
    overdrawnCases: overdrawn.rows.map(({ account }) => account),
  };
}
