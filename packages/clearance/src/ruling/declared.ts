/** The binding rulings that goods items name. */
import type {
  Country,
  Declaration,
  RegisteredByNumber,
  RulingProfile,
  RulingSubject,
} from "@customhouse/model";
import type { NamedRuling } from "../case.ts";
import { type GoodsItem, goodsItems } from "../facts.ts";
import { toLookUp } from "../looked-up.ts";

export interface DeclaredRuling {
  /** Positions from 0. */
  readonly itemIndex: number;
  readonly documentIndex: number;
  readonly item: GoodsItem;
  readonly about: RulingSubject;
  readonly number: string;
}

export function declaredRulings(
  declaration: Declaration,
  { documents }: RulingProfile,
): readonly DeclaredRuling[] {
  return goodsItems(declaration).flatMap((item, itemIndex) =>
    (item.AdditionalDocument ?? []).flatMap((document, documentIndex): DeclaredRuling[] => {
      const type = (document.CategoryCode ?? "") + (document.TypeCode ?? "");
      const about = documents.find((entry) => entry.type === type)?.about;
      return about === undefined
        ? []
        : [{ itemIndex, documentIndex, item, about, number: document.ID ?? "" }];
    }),
  );
}

/** Numbers to look up. */
export function rulingNumbers(declaration: Declaration, { rulings }: Country): readonly string[] {
  if (rulings === undefined) return [];
  return toLookUp(declaredRulings(declaration, rulings));
}

/** The rulings that the declaration names, as officers and parties see them. */
export function namedRulings(
  declaration: Declaration,
  { rulings: profile }: Country,
  known: RegisteredByNumber,
): readonly NamedRuling[] {
  if (profile === undefined) return [];
  return declaredRulings(declaration, profile).flatMap(({ itemIndex, about, number }) => {
    const ruling = known.get(number);
    const decided = ruling?.facts.decided;
    return typeof decided === "string" ? [{ item: itemIndex + 1, about, number, decided }] : [];
  });
}
