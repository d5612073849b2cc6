/** Balances of quotas, guarantees and permits. Commands change them only through reservations. */
import type { Kysely } from "kysely";
import type { Database } from "../tables.ts";

/** Opens an account, or sets it anew: an administrative act, not part of a case. */
export async function setBalance(
  db: Kysely<Database>,
  account: string,
  unit: string,
  amount: bigint,
  floor = 0n,
): Promise<void> {
  await db
    .insertInto("balance")
    .values({ account, unit, amount, floor })
    .onConflict((conflict) => conflict.columns(["account", "unit"]).doUpdateSet({ amount, floor }))
    .execute();
}

export async function readBalance(
  db: Kysely<Database>,
  account: string,
  unit: string,
): Promise<{ amount: bigint; floor: bigint } | undefined> {
  return db
    .selectFrom("balance")
    .select(["amount", "floor"])
    .where("account", "=", account)
    .where("unit", "=", unit)
    .executeTakeFirst();
}
