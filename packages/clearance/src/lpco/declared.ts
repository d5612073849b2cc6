/** The LPCOs that goods items declare, and the permits they name. */
import { type Country, type Declaration, holds, type LpcoProfile } from "@customhouse/model";
import { type GoodsItem, goodsItems } from "../facts.ts";
import { toLookUp } from "../looked-up.ts";

export interface DeclaredPermit {
  /** Positions from 0. */
  readonly itemIndex: number;
  readonly documentIndex: number;
  readonly item: GoodsItem;
  readonly type: string;
  readonly number: string;
  /** Declared to be written off; absent: all of the item. */
  readonly writeOff?: { readonly quantity: string; readonly unit?: string };
}

export function declaredPermits(
  declaration: Declaration,
  profile: LpcoProfile,
): readonly DeclaredPermit[] {
  return goodsItems(declaration).flatMap((item, itemIndex) =>
    (item.AdditionalDocument ?? []).flatMap((document, documentIndex): DeclaredPermit[] => {
      const type = (document.CategoryCode ?? "") + (document.TypeCode ?? "");
      if (!profile.verifiedTypes.includes(type)) return [];
      const quantity = document.WriteOff?.QuantityQuantity;
      const unit = document.WriteOff?.["QuantityQuantity@unitCode"];
      return [
        {
          itemIndex,
          documentIndex,
          item,
          type,
          number: document.ID ?? "",
          ...(quantity === undefined
            ? {}
            : { writeOff: { quantity, ...(unit === undefined ? {} : { unit }) } }),
        },
      ];
    }),
  );
}

/** Numbers to look up. */
export function permitNumbers(declaration: Declaration, country: Country): readonly string[] {
  if (country.lpco === undefined) return [];
  return toLookUp(declaredPermits(declaration, country.lpco));
}

/** Requirements that the item falls under on the day. */
export function requirementsOf(
  item: GoodsItem,
  declaration: Declaration,
  profile: LpcoProfile,
  day: string,
) {
  return profile.requirements.filter(
    ({ when, validFrom = day, validTo = day }) =>
      validFrom <= day && day <= validTo && holds(when, item, declaration),
  );
}
