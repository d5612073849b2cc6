/** What an act on a declaration needs to know from outside of its case. Nothing is asked where nothing is named. */
import { type Context, goodsItems, quotaAccount, quotaMinor } from "@customhouse/clearance";
import type { Declaration, Quota } from "@customhouse/model";
import { containersOf } from "@customhouse/risk/features";
import type { Looked } from "../../screening/contract.ts";
import { namedIn } from "../../screening/contract.ts";
import type { DeclarationParts } from "../parts.ts";

export interface LookedUp extends Pick<Context, "criticalQuotas" | "cargo" | "containerAlarms"> {
  /** What foreign operators of the declaration count as, by mutual recognition: codes as in selectivity. */
  readonly recognised?: readonly string[];
  /** Whom of the declaration watch lists may name; absent where no list is in force. */
  readonly screening?: Looked;
}

type Parts = Pick<DeclarationParts, "country" | "cargo" | "traders" | "screening" | "readBalance">;

export async function lookUp(
  parts: Parts,
  declaration: Declaration | undefined,
): Promise<LookedUp> {
  if (declaration === undefined) return {};
  const containers = containersOf(declaration);
  const [criticalQuotas, cargo, recognised, screening, alarms] = await Promise.all([
    criticalQuotasOf(parts, declaration),
    parts.cargo.linesFor(declaration),
    parts.traders.grantsOf(declaration),
    parts.screening?.look(namedIn(declaration), parts.country.register),
    parts.cargo.alarmsOf(containers),
  ]);
  return {
    ...(criticalQuotas.size === 0 ? {} : { criticalQuotas }),
    ...(cargo === undefined ? {} : { cargo }),
    ...(recognised.length === 0 ? {} : { recognised }),
    ...(screening === undefined ? {} : { screening }),
    ...(containers.length === 0 ? {} : { containerAlarms: alarms.map(({ kind }) => kind) }),
  };
}

async function criticalQuotasOf(
  { country, readBalance }: Parts,
  declaration: Declaration,
): Promise<ReadonlySet<string>> {
  const limited = (country.quotas ?? []).filter((quota) => quota.criticalAtPercent !== undefined);
  if (limited.length === 0) return new Set();
  const named = new Set(
    goodsItems(declaration).flatMap((item) =>
      (item.Commodity?.DutyTaxFee ?? []).flatMap(({ QuotaOrderID }) => QuotaOrderID ?? []),
    ),
  );
  const asked = limited.filter(({ orderNumber }) => named.has(orderNumber));
  const critical = await Promise.all(
    asked.map(async (quota) => {
      const account = quotaAccount(quota);
      return isCritical(quota, await readBalance(account, quota.unit)) ? [account] : [];
    }),
  );
  return new Set(critical.flat());
}

/** Six decimals of a percent are compared, so that no share is rounded into or out of being critical. */
const PERCENT_DECIMALS = 6;

function isCritical({ amount, criticalAtPercent }: Quota, left: bigint): boolean {
  const whole = quotaMinor(amount);
  const limit = quotaMinor(criticalAtPercent ?? "100");
  return (whole - left) * 100n * 10n ** BigInt(PERCENT_DECIMALS) >= whole * limit;
}
