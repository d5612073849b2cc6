/**
 * Tariff quotas: first come, first served by the day of acceptance; claims of one day that together exceed what is left
 * are served pro rata. What is not granted is charged as if no quota had been asked for.
 */
import type { Country, Declaration, Quota } from "@customhouse/model";
import { Decimal } from "decimal.js";
import type { DutyLine, QuotaClaimState } from "../case.ts";
import { goodsItems } from "../facts.ts";
import { assess } from "./assess.ts";

/** Quantities in the ledger have six decimals. */
const QUANTITY_DECIMALS = 6;
const PREFIX = "quota/";

/** One account for each period of a quota. */
export function quotaAccount({ orderNumber, validFrom }: Quota): string {
  return `${PREFIX}${orderNumber}/${validFrom}`;
}

export function isQuotaAccount(account: string): boolean {
  return account.startsWith(PREFIX);
}

/** In the smallest part of the unit; what is finer is cut off. */
export function quotaMinor(quantity: string): bigint {
  const minor = new Decimal(quantity).times(new Decimal(10).pow(QUANTITY_DECIMALS));
  return BigInt(minor.toFixed(0, Decimal.ROUND_DOWN));
}

/** Claims on the quotas that are kept here. Others are somebody else's to allocate. */
export function quotaClaims(
  declaration: Declaration,
  country: Country,
  day: string,
): readonly QuotaClaimState[] {
  const kept = (country.quotas ?? []).filter(
    ({ validFrom, validTo }) => validFrom <= day && day < validTo,
  );
  if (kept.length === 0) return [];
  return assess(declaration, country, { on: day }).quotaClaims.flatMap((claim) => {
    const quota = kept.find(
      (entry) => entry.orderNumber === claim.orderNumber && entry.unit === claim.unit,
    );
    if (quota === undefined) return [];
    return [
      {
        item: claim.item,
        account: quotaAccount(quota),
        unit: claim.unit,
        amountMinor: quotaMinor(claim.quantity).toString(),
      },
    ];
  });
}

/** Shares what is available over the claims of a day. Never more than there is; the unshareable rest stays. */
export function allocate(available: bigint, claims: readonly bigint[]): readonly bigint[] {
  const wanted = claims.reduce((sum, claim) => sum + claim, 0n);
  if (wanted <= available) return claims;
  const left = available > 0n ? available : 0n;
  return claims.map((claim) => (claim * left) / wanted);
}

/**
 * The debt when only a share of each claim was granted: the share at the quota's rate, the rest without. `dutyOf`
 * assesses a version of the declaration.
 */
export function dutyWithGrants(
  declaration: Declaration,
  claims: readonly QuotaClaimState[],
  decimals: number,
  dutyOf: (version: Declaration) => readonly DutyLine[],
): readonly DutyLine[] {
  const withQuota = dutyOf(declaration);
  const short = claims.filter((claim) => claim.grantedMinor !== claim.amountMinor);
  if (short.length === 0) return withQuota;
  const items = new Map(short.map((claim) => [claim.item, shareOf(claim)]));
  const without = dutyOf(withoutQuotas(declaration, items));
  const kept = withQuota.filter((line) => !items.has(line.item));
  const mixed = [...items].flatMap(([item, share]) =>
    blend(
      withQuota.filter((line) => line.item === item),
      without.filter((line) => line.item === item),
      share,
      decimals,
    ),
  );
  return [...kept, ...mixed].toSorted((a, b) => a.item - b.item);
}

function shareOf({ amountMinor, grantedMinor = "0" }: QuotaClaimState): Decimal {
  return amountMinor === "0" ? new Decimal(1) : new Decimal(grantedMinor).div(amountMinor);
}

function withoutQuotas(declaration: Declaration, items: ReadonlyMap<number, Decimal>): Declaration {
  const shipment = declaration.GoodsShipment;
  if (shipment === undefined) return declaration;
  return {
    ...declaration,
    GoodsShipment: {
      ...shipment,
      GovernmentAgencyGoodsItem: goodsItems(declaration).map((item, index) => {
        const sequence = Number(item.SequenceNumeric ?? index + 1) || index + 1;
        if (!items.has(sequence) || item.Commodity === undefined) return item;
        const fees = (item.Commodity.DutyTaxFee ?? []).map(
          ({ QuotaOrderID: _order, DutyRegimeCode: _regime, ...fee }) => fee,
        );
        return { ...item, Commodity: { ...item.Commodity, DutyTaxFee: fees } };
      }),
    },
  };
}

function blend(
  granted: readonly DutyLine[],
  rest: readonly DutyLine[],
  share: Decimal,
  decimals: number,
): readonly DutyLine[] {
  const types = [...new Set([...rest, ...granted].map((line) => line.taxType))];
  const part = (one: string | undefined, other: string | undefined) =>
    new Decimal(one ?? "0")
      .times(share)
      .plus(new Decimal(other ?? "0").times(new Decimal(1).minus(share)))
      .toFixed(decimals, Decimal.ROUND_HALF_UP);
  return types.flatMap((taxType) => {
    const one = granted.find((line) => line.taxType === taxType);
    const other = rest.find((line) => line.taxType === taxType);
    const shape = other ?? one;
    if (shape === undefined) return [];
    const { ratePercent: _rate, base: _base, ...line } = shape;
    const sameRate = one !== undefined && one.ratePercent === other?.ratePercent;
    return [
      {
        ...line,
        ...(shape.base === undefined ? {} : { base: part(one?.base, other?.base) }),
        ...(sameRate && one.ratePercent !== undefined ? { ratePercent: one.ratePercent } : {}),
        amount: part(one?.amount, other?.amount),
        payable: part(one?.payable, other?.payable),
      },
    ];
  });
}
