/** Opens the accounts that the country's register names. An account that is there already keeps its balance. */
import type { Country } from "@customhouse/model";
import type { OpenDatabase } from "./storage/database.ts";
import { readBalance, setBalance } from "./storage/queries/balances.ts";

export async function openAccounts({ writer }: OpenDatabase, country: Country): Promise<void> {
  for (const { account, balanceMinor } of country.register.accounts) {
    if (!(await readBalance(writer, account, country.currency))) {
      await setBalance(writer, account, country.currency, BigInt(balanceMinor));
    }
  }
}
