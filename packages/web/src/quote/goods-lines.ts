/** Lines of goods as a form holds them, and what is asked of the tariff. Pure. */
import type { QuoteGoods } from "@customhouse/api/tariff/quote";

export const GOODS_FIELDS = [
  "commodity",
  "origin",
  "price",
  "currency",
  "netWeightKg",
  "amount",
  "unit",
] as const;
export type GoodsField = (typeof GOODS_FIELDS)[number];
export type GoodsLine = Readonly<Record<GoodsField, string>>;

/** The demo and most countries quote in their own currency unless another is named. */
export function emptyLine(currency: string): GoodsLine {
  const blank = { commodity: "", origin: "", price: "", netWeightKg: "", amount: "", unit: "" };
  return { ...blank, currency };
}

const DECIMAL = /^\d{1,12}(\.\d{1,6})?$/;
const SHAPES: Readonly<Record<GoodsField, RegExp>> = {
  commodity: /^\d{4,12}$/,
  origin: /^[A-Z]{2}$/,
  price: DECIMAL,
  currency: /^[A-Z]{3}$/,
  netWeightKg: DECIMAL,
  amount: DECIMAL,
  unit: /^[\w-]{1,20}$/,
};
const NEEDED: readonly GoodsField[] = ["commodity", "price"];

export type GoodsComplaint = "missing" | GoodsField;

/** What is wrong with a line, field by field. A quantity needs its unit, and a unit its quantity. */
export function complaintsOf(
  line: GoodsLine,
): readonly { readonly field: GoodsField; readonly complaint: GoodsComplaint }[] {
  return GOODS_FIELDS.flatMap((field) => {
    const complaint = complaintOf(line, field);
    return complaint === undefined ? [] : [{ field, complaint }];
  });
}

function complaintOf(line: GoodsLine, field: GoodsField): GoodsComplaint | undefined {
  const value = givenIn(line, field);
  if (value !== undefined) return SHAPES[field].test(value) ? undefined : field;
  const other = ({ amount: "unit", unit: "amount" } as const)[field as "amount" | "unit"];
  const isHalf = other !== undefined && givenIn(line, other) !== undefined;
  return NEEDED.includes(field) || isHalf ? "missing" : undefined;
}

function givenIn(line: GoodsLine, field: GoodsField): string | undefined {
  const value = line[field].trim();
  if (value === "") return undefined;
  return field === "origin" || field === "currency" ? value.toUpperCase() : value;
}

export function goodsOf(line: GoodsLine): QuoteGoods {
  const value = (field: GoodsField) => givenIn(line, field);
  const amount = value("amount");
  const unit = value("unit");
  return {
    commodity: value("commodity") ?? "",
    origin: value("origin"),
    price: value("price") ?? "",
    currency: value("currency"),
    netWeightKg: value("netWeightKg"),
    quantity: amount === undefined || unit === undefined ? undefined : { amount, unit },
  };
}
