/** All that a decision on a declaration needs to know from outside of its case. Nothing is asked where nothing is named. */
import {
  type Context,
  goodsItems,
  type Known,
  type NamedRecords,
  NO_RECORDS,
  permitNumbers,
  quotaAccount,
  quotaMinor,
  rulingNumbers,
  type SimplifiedCases,
  simplifiedMrns,
} from "@customhouse/clearance";
import { isInForce, kindsWith } from "@customhouse/formalities";
import { validate } from "@customhouse/messages";
import {
  type Declaration,
  type FormalityRole,
  legalDay,
  type Quota,
  type Registered,
  type RegisteredByNumber,
  type WcoDocument,
} from "@customhouse/model";
import { containersOf } from "@customhouse/risk/features";
import { type Looked, namedIn } from "../../screening/contract.ts";
import type { DeclarationParts } from "../parts.ts";

export interface Gathered {
  /** The records that the declaration names: permits, rulings, guarantees and so on. */
  readonly records: NamedRecords;
  /** Facts of other rooms about its goods, parties and containers. */
  readonly lookedUp: LookedUp;
}

export interface LookedUp extends Pick<Context, "criticalQuotas" | "cargo" | "containerAlarms"> {
  /** Authorisations of foreign operators by mutual recognition: codes as in selectivity. */
  readonly recognised?: readonly string[];
  /** Whom of the declaration watch lists may name; absent where no list is in force. */
  readonly screening?: Looked;
}

export const NOTHING_GATHERED: Gathered = { records: NO_RECORDS, lookedUp: {} };

export async function gather(
  parts: DeclarationParts,
  declaration: Declaration | undefined,
): Promise<Gathered> {
  if (declaration === undefined) return NOTHING_GATHERED;
  const [records, lookedUp] = await Promise.all([
    recordsNamed(parts, declaration),
    lookUp(parts, declaration),
  ]);
  return { records, lookedUp };
}

/** The question to `examine`, as of today. */
export function knownOf(
  { country, clock }: Pick<DeclarationParts, "country" | "clock">,
  message: { readonly document: WcoDocument; readonly messageType: string },
  by: Known["by"],
  records?: NamedRecords,
): Known {
  const { document, messageType } = message;
  const day = legalDay(clock(), country);
  return {
    country,
    day,
    declaration: document.Declaration ?? {},
    structure: validate(document, messageType, country.messages, { date: day }),
    by,
    ...(records === undefined ? {} : { records }),
  };
}

/** Permits, binding rulings, and the simplified declarations that this one completes. */
export async function recordsNamed(
  parts: DeclarationParts,
  declaration: Declaration | undefined,
): Promise<NamedRecords> {
  if (declaration === undefined) return NO_RECORDS;
  const { country } = parts;
  const [permits, rulings, simplified] = await Promise.all([
    registered(parts, "lpco", permitNumbers(declaration, country)),
    registered(parts, "bindingRuling", rulingNumbers(declaration, country)),
    simplifiedOf(parts, declaration),
  ]);
  return { permits, rulings, simplified };
}

/** Formalities of a role, by their numbers. */
async function registered(
  { country, formalities, clock }: DeclarationParts,
  role: FormalityRole,
  numbers: readonly string[],
): Promise<RegisteredByNumber> {
  if (numbers.length === 0) return new Map();
  const day = legalDay(clock(), country);
  const found = await Promise.all(
    kindsWith(country.formalities, role).map(async (kind) =>
      (await formalities.ofKind(kind.kind, numbers)).map(
        ({ number, holder, state, facts }): [string, Registered] => [
          number,
          { number, holder, inForce: isInForce({ state, facts }, kind, day), facts },
        ],
      ),
    ),
  );
  return new Map(found.flat());
}

async function simplifiedOf(
  { country, store }: DeclarationParts,
  declaration: Declaration,
): Promise<SimplifiedCases> {
  const mrns = simplifiedMrns(declaration, country);
  const found = await Promise.all(mrns.map((mrn) => store.loadByMrn(mrn)));
  return new Map(found.flatMap((stored) => (stored ? [[stored.case.mrn, stored.case]] : [])));
}

type LookingUp = Pick<
  DeclarationParts,
  "country" | "cargo" | "traders" | "screening" | "readBalance"
>;

export async function lookUp(
  parts: LookingUp,
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
  { country, readBalance }: LookingUp,
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
