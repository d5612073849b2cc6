/** The context of the decision on a step: time, units, accounts, agencies. */
import { balanceKey, balancesOf } from "@customhouse/formalities";
import { currencyCodes, type Facts, type FormalityKind } from "@customhouse/model";
import type { FormalityAsk } from "../contract.ts";
import type { FormalityParts } from "../parts.ts";

const QUANTITY_DECIMALS = 6;
const currencies: ReadonlySet<string> = new Set(currencyCodes.entries.map(({ code }) => code));

export function stepContext(
  { country, clock }: FormalityParts,
  { effectiveAt }: Pick<FormalityAsk, "effectiveAt">,
) {
  const { register, agencies, interest } = country;
  return {
    now: clock().toISOString(),
    country,
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
    /** Money has the decimals of its currency, any other unit six. */
    decimalsOf: (unit: string) => {
      if (!currencies.has(unit)) return QUANTITY_DECIMALS;
      return unit === country.currency ? country.currencyDecimals : 2;
    },
    holderOf: (account: string) =>
      register.accounts.find((entry) => entry.account === account)?.holder,
    agencies: agencies.map((agency) => agency.code),
    ...(interest === undefined ? {} : { interest }),
  };
}

/** The accounts that the step looks at, as they are now. */
export async function readBalances(
  parts: FormalityParts,
  kind: FormalityKind,
  step: string,
  formality: { readonly number: string; readonly holder: string; readonly facts: Facts },
): Promise<ReadonlyMap<string, bigint>> {
  const read = balancesOf(kind, step, formality).map(
    async (name): Promise<[string, bigint]> => [
      balanceKey(name),
      await parts.readBalance(name.account, name.unit),
    ],
  );
  return new Map(await Promise.all(read));
}
