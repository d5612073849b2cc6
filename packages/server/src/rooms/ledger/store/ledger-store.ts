/** What the operations on accounts read. */
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import type { PageRequest } from "../../../platform/storage/page.ts";
import { type HeldBy, heldAccounts } from "./held-accounts.ts";
import { checkLedger, readBalances, readStatement, readStock } from "./ledger.ts";

export type LedgerStore = ReturnType<typeof createLedgerStore>;

export function createLedgerStore({ writer }: Pick<OpenDatabase, "writer">) {
  return {
    /** What is kept under an authorisation for a special procedure. */
    stock: (authorisation: string) => readStock(writer, authorisation),
    balances: (account: string) => readBalances(writer, account),
    statement: (account: string, limit: number, before?: bigint) =>
      readStatement(writer, account, limit, before),
    /** Accounts of holders, page by page. */
    heldAccounts: (held: HeldBy, page: PageRequest) => heldAccounts(writer, held, page),
    check: () => checkLedger(writer),
  };
}
