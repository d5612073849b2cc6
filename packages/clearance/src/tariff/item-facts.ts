/** The facts of one goods item that the tariff needs, read once. */
import type { Declaration } from "@customhouse/model";
import { commodityOf, type GoodsItem } from "../facts.ts";

export interface ItemFacts {
  /** As declared, else the position among the goods items. A deleted item leaves its number unused. */
  readonly sequence: number;
  readonly item: GoodsItem;
  readonly declaration: Declaration;
  readonly commodity: string;
  /** Codes that stand beside the nomenclature's own: of the tariff or of the country. */
  readonly additionalCodes: readonly string[];
  readonly origin: string | undefined;
  /** The preferential origin; absent where no preference is claimed. */
  readonly preferentialOrigin: string | undefined;
  readonly regime: string | undefined;
  readonly quotaOrderNumbers: readonly string[];
  /** Category and type together: `C` and `644` are `C644`. */
  readonly documents: readonly string[];
}

const NOMENCLATURE = new Set(["TSP", "TRC", "HS", "CV"]);
/** Origin/TypeCode of a preferential origin. */
const PREFERENTIAL = "2";

export function itemFacts(item: GoodsItem, position: number, declaration: Declaration): ItemFacts {
  const fees = item.Commodity?.DutyTaxFee ?? [];
  const origins = item.Origin ?? [];
  const preferential = origins.find((entry) => entry.TypeCode === PREFERENTIAL)?.CountryCode;
  const origin =
    origins.find((entry) => entry.TypeCode !== PREFERENTIAL)?.CountryCode ?? preferential;
  return {
    sequence: Number(item.SequenceNumeric ?? position) || position,
    item,
    declaration,
    commodity: commodityOf(item),
    additionalCodes: (item.Commodity?.Classification ?? []).flatMap((entry) =>
      entry.ID === undefined || NOMENCLATURE.has(entry.IdentificationTypeCode ?? "TSP")
        ? []
        : [entry.ID],
    ),
    origin,
    preferentialOrigin: preferential ?? origin,
    regime: fees.find((fee) => fee.DutyRegimeCode !== undefined)?.DutyRegimeCode,
    quotaOrderNumbers: fees.flatMap((fee) => fee.QuotaOrderID ?? []),
    documents: (item.AdditionalDocument ?? []).map(
      (entry) => (entry.CategoryCode ?? "") + (entry.TypeCode ?? ""),
    ),
  };
}
