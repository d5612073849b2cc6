/** Facts of a formality as a form holds them, and back. The server decides; this only spares a way there and back. */
import type { Fact, FactType, FormalityField } from "@customhouse/model";

export type FactTexts = Readonly<Record<string, string>>;

const LISTS: ReadonlySet<FactType> = new Set(["codes", "tins", "commodities", "references"]);
const TIN = /^[A-Z]{2}[A-Z0-9]{1,15}$/;
const SHAPES: Readonly<Partial<Record<FactType, RegExp>>> = {
  day: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  decimal: /^\d{1,12}(\.\d{1,6})?$/,
  tin: TIN,
  tins: TIN,
  country: /^[A-Z]{2}$/,
  commodities: /^\d{0,12}$/,
};
const INDENT = 2;

export function isList(type: FactType): boolean {
  return LISTS.has(type);
}

const valuesOf = (text: string) => text.split(/[\s,;]+/).filter(Boolean);

/** Undefined: nothing was given. A record that is no JSON is given as the text, so that nothing is lost. */
export function factOf({ type }: FormalityField, text: string): Fact | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  if (isList(type)) return valuesOf(trimmed);
  return type === "record" ? (recordOf(trimmed) ?? trimmed) : trimmed;
}

function recordOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
    return isRecord ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

export function textOfFact(fact: unknown): string {
  if (fact === undefined || fact === null) return "";
  if (Array.isArray(fact)) return fact.join(", ");
  return typeof fact === "object" ? JSON.stringify(fact, undefined, INDENT) : String(fact);
}

export type FactComplaint =
  | "missing"
  | "day"
  | "decimal"
  | "tin"
  | "country"
  | "commodities"
  | "record";

export function complaintOf(
  field: FormalityField,
  text: string,
  needed: boolean,
): FactComplaint | undefined {
  const { type } = field;
  const trimmed = text.trim();
  if (trimmed === "") return needed ? "missing" : undefined;
  if (type === "record") return recordOf(trimmed) === undefined ? "record" : undefined;
  const shape = SHAPES[type];
  const values = isList(type) ? valuesOf(trimmed) : [trimmed];
  if (!shape || values.every((value) => shape.test(value))) return undefined;
  return type === "tins" ? "tin" : (type as FactComplaint);
}

/** All that was given, by name. */
export function factsOf(
  fields: readonly FormalityField[],
  texts: FactTexts,
): Readonly<Record<string, Fact>> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const fact = factOf(field, texts[field.name] ?? "");
      return fact === undefined ? [] : [[field.name, fact]];
    }),
  );
}
