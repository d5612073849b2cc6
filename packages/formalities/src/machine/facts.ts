/** Checks what a step gives against the kind's fields: every problem told, nothing coerced. */
import {
  type Fact,
  type Facts,
  type FactType,
  type FormalityField,
  type FormalityKind,
  isDay,
} from "@customhouse/model";

export interface FactProblem {
  readonly field: string;
  readonly message: string;
}

const MAX_VALUES = 200;
const SHAPES: Readonly<Partial<Record<FactType, RegExp>>> = {
  text: /^[^\p{Cc}]{1,2000}$/u,
  code: /^[\w .:/+-]{1,64}$/,
  codes: /^[\w .:/+-]{1,64}$/,
  day: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  decimal: /^\d{1,12}(\.\d{1,6})?$/,
  tin: /^[A-Z]{2}[A-Z0-9]{1,15}$/,
  tins: /^[A-Z]{2}[A-Z0-9]{1,15}$/,
  country: /^[A-Z]{2}$/,
  commodities: /^\d{0,12}$/,
  reference: /^[\w/().:-]{1,70}$/,
  references: /^[\w/().:-]{1,70}$/,
  flag: /^(yes|no)$/,
};
const LISTS: ReadonlySet<FactType> = new Set(["codes", "tins", "commodities", "references"]);
const MAX_RECORD_CHARACTERS = 20_000;

export function factProblems(given: Facts, kind: FormalityKind): readonly FactProblem[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const field = kind.fields.find((entry) => entry.name === name);
    if (field === undefined) return [{ field: name, message: "There is no such field here." }];
    const message = problemOf(field, value);
    return message === undefined ? [] : [{ field: name, message }];
  });
}

function problemOf(field: FormalityField, value: Fact): string | undefined {
  if (field.type === "record") return recordProblem(value);
  const values: unknown = LISTS.has(field.type) ? value : [value];
  if (!Array.isArray(values)) return "A list is expected.";
  if (values.length > MAX_VALUES) return `A list of at most ${MAX_VALUES} values is expected.`;
  const shape = SHAPES[field.type];
  if (!values.every((entry) => typeof entry === "string" && shape?.test(entry) === true))
    return `This is not a ${field.type}.`;
  if (field.type === "day" && !isDay(String(values[0]))) return "There is no such day.";
  const { oneOf } = field;
  if (oneOf !== undefined && !values.every((entry) => oneOf.includes(entry)))
    return `One of ${oneOf.join(", ")} is expected.`;
  return undefined;
}

function recordProblem(value: Fact): string | undefined {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isRecord) return "An object with named fields is expected.";
  return JSON.stringify(value).length > MAX_RECORD_CHARACTERS ? "This is too long." : undefined;
}

export function isPersonal(kind: FormalityKind, name: string): boolean {
  return kind.fields.find((field) => field.name === name)?.personal === true;
}

/** Splits what was given into what events may hold, what is stored apart, and what is stored nowhere. */
export function splitPersonal(
  given: Facts,
  kind: FormalityKind,
): { open: Facts; personal: Facts; secret: Facts } {
  const entries = Object.entries(given);
  const secrets = new Set(kind.fields.flatMap(({ name, secret }) => (secret ? [name] : [])));
  const pick = (holds: (name: string) => boolean) =>
    Object.fromEntries(entries.filter(([name]) => holds(name)));
  return {
    open: pick((name) => !secrets.has(name) && !isPersonal(kind, name)),
    personal: pick((name) => !secrets.has(name) && isPersonal(kind, name)),
    secret: pick((name) => secrets.has(name)),
  };
}
