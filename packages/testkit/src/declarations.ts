/** Declarations of the demo country for tests, complete enough to pass its profile. */
import type { Declaration, GovernmentAgencyGoodsItem, WcoDocument } from "@customhouse/model";

export interface ItemOptions {
  readonly commodity?: string;
  readonly description?: string;
  readonly price?: string;
  readonly origin?: string;
  readonly procedure?: string;
  readonly method?: string;
}

export interface DeclarationOptions {
  readonly type?: "IMA" | "IMD" | "EXA" | "EXD";
  readonly lrn?: string;
  readonly declarant?: string;
  readonly items?: readonly ItemOptions[];
  readonly guarantee?: string;
  readonly ucr?: string;
}

export function item(options: ItemOptions = {}, sequence = 1): GovernmentAgencyGoodsItem {
  const { commodity = "62034235", description = "Cotton trousers", price = "1000.00" } = options;
  const { origin = "FR", procedure = "40", method } = options;
  return {
    SequenceNumeric: String(sequence),
    Commodity: {
      Description: description,
      Classification: [{ ID: commodity, IdentificationTypeCode: "TSP" }],
      ...(method === undefined
        ? {}
        : { DutyTaxFee: [{ TypeCode: "A00", Payment: { MethodCode: method } }] }),
      GoodsMeasure: { GrossMassMeasure: "100", "GrossMassMeasure@unitCode": "KGM" },
      InvoiceLine: { ItemChargeAmount: price, "ItemChargeAmount@currencyID": "USD" },
    },
    GovernmentProcedure: [{ CurrentCode: procedure, PreviousCode: "00" }],
    Origin: [{ CountryCode: origin, TypeCode: "1" }],
    Packaging: [{ SequenceNumeric: "1", QuantityQuantity: "10", TypeCode: "BX" }],
  };
}

export function declaration(options: DeclarationOptions = {}): WcoDocument {
  const { type = "IMA", lrn = "LRN-1", declarant = "XA1000001", items = [{}] } = options;
  const exported = type.startsWith("EX");
  const body: Declaration = {
    FunctionCode: "9",
    FunctionalReferenceID: lrn,
    TypeCode: type,
    GoodsItemQuantity: String(items.length),
    Declarant: { ID: declarant },
    GoodsShipment: {
      ...(exported ? { Destination: { CountryCode: "FR" } } : {}),
      GovernmentAgencyGoodsItem: items.map((entry, index) =>
        item(exported ? { procedure: "10", ...entry } : entry, index + 1),
      ),
      ...(options.ucr === undefined ? {} : { UCR: { TraderAssignedReferenceID: options.ucr } }),
    },
    ...(options.guarantee === undefined
      ? {}
      : { ObligationGuarantee: [{ ReferenceID: options.guarantee, SecurityDetailsCode: "1" }] }),
  };
  return { Declaration: body };
}
