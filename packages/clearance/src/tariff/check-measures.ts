/** Measures from outside: every row checked, every problem told with its row and field, before any of it becomes law. */
import type { Measure, Rate, Tariff } from "@customhouse/model";

export interface MeasureProblem {
  /** 1-based row of the file. */
  readonly row: number;
  readonly field: string;
  readonly code: "CH3101" | "CH3102" | "CH3103" | "CH3104" | "CH3105" | "CH3106";
  readonly message: string;
}

export interface CheckedMeasures {
  readonly measures: readonly Measure[];
  readonly problems: readonly MeasureProblem[];
}

const MAX_ROWS = 1_000_000;
const MAX_PROBLEMS = 1_000;
const MAX_RATE_DEPTH = 4;
const MAX_LIST = 300;
const DECIMAL = /^\d{1,12}(\.\d{1,10})?$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const SEASON_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const COMMODITY = /^\d{0,12}$/;
const CODE = /^[\w .:/-]{1,64}$/;

type Row = Readonly<Record<string, unknown>>;
type Tell = (field: string, code: MeasureProblem["code"], message: string) => void;

/** `taxes`, `units` and other tables that the measures lean on come from `tariff`. */
export function checkMeasures(rows: unknown, tariff: Tariff): CheckedMeasures {
  const problems: MeasureProblem[] = [];
  if (!Array.isArray(rows) || rows.length > MAX_ROWS) {
    const message = `A list of at most ${MAX_ROWS} measures is expected.`;
    return { measures: [], problems: [{ row: 0, field: "", code: "CH3101", message }] };
  }
  const good: { readonly measure: Measure; readonly row: number }[] = [];
  for (const [index, row] of rows.entries()) {
    const before = problems.length;
    checkRow(row, tariff, (field, code, message) => {
      problems.push({ row: index + 1, field, code, message });
    });
    if (problems.length === before) good.push({ measure: row as Measure, row: index + 1 });
    if (problems.length >= MAX_PROBLEMS) break;
  }
  problems.push(...repeatedIds(good), ...overlapsAndGaps(good));
  return {
    measures: good.map((entry) => entry.measure),
    problems: problems.slice(0, MAX_PROBLEMS),
  };
}

function checkRow(row: unknown, tariff: Tariff, tell: Tell): void {
  if (typeof row !== "object" || row === null || Array.isArray(row)) {
    tell("", "CH3101", "A measure is an object with named fields.");
    return;
  }
  const fields = row as Row;
  text(fields, "id", CODE, tell);
  text(fields, "commodity", COMMODITY, tell);
  text(fields, "legalReference", /^.{1,500}$/s, tell);
  for (const name of ["schedule", "family", "regime", "quotaOrderNumber"])
    if (fields[name] !== undefined) text(fields, name, CODE, tell);
  for (const name of ["origins", "notOrigins", "additionalCodes", "documents"])
    codes(fields, name, tell);
  if (!tariff.taxes.some((tax) => tax.taxType === fields.taxType))
    tell("taxType", "CH3103", `The tax ${String(fields.taxType)} is not known.`);
  checkValidity(fields, tell);
  checkSeason(fields.season, tell);
  checkRate(fields.rate, tariff, tell, 0);
}

function text(row: Row, name: string, shape: RegExp, tell: Tell): void {
  const value = row[name];
  if (typeof value !== "string" || !shape.test(value))
    tell(name, "CH3101", `${name} is missing or not in its form.`);
}

function codes(row: Row, name: string, tell: Tell): void {
  const value = row[name];
  if (value === undefined) return;
  const good =
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= MAX_LIST &&
    value.every((entry) => typeof entry === "string" && CODE.test(entry));
  if (!good) tell(name, "CH3101", `${name} is a list of 1 to ${MAX_LIST} codes.`);
}

function checkValidity(row: Row, tell: Tell): void {
  for (const name of ["validFrom", "validTo", "knownFrom", "knownTo"]) {
    const value = row[name];
    if (value === undefined && name !== "validFrom") continue;
    if (typeof value !== "string" || !DAY.test(value))
      tell(name, "CH3101", `${name} is not a day such as 2026-01-31.`);
  }
  for (const [from, to] of [
    ["validFrom", "validTo"],
    ["knownFrom", "knownTo"],
  ] as const) {
    if (row[to] !== undefined && row[from] !== undefined && String(row[to]) <= String(row[from]))
      tell(to, "CH3102", `${to} is not after ${from}.`);
  }
}

function checkSeason(season: unknown, tell: Tell): void {
  if (season === undefined) return;
  const { from, to } = (season ?? {}) as { from?: unknown; to?: unknown };
  if (![from, to].every((day) => typeof day === "string" && SEASON_DAY.test(day)))
    tell("season", "CH3101", "A season has from and to as MM-DD.");
}

function checkRate(rate: unknown, tariff: Tariff, tell: Tell, depth: number): void {
  if (typeof rate !== "object" || rate === null || depth > MAX_RATE_DEPTH) {
    tell("rate", "CH3101", "The rate is missing, or nested too deep.");
    return;
  }
  const known = rate as Partial<Record<string, unknown>>;
  for (const name of ["sum", "least", "greatest"]) {
    const parts = known[name];
    if (parts === undefined) continue;
    if (!Array.isArray(parts) || parts.length === 0 || parts.length > 10)
      tell("rate", "CH3101", `${name} is a list of 1 to 10 rates.`);
    else for (const part of parts) checkRate(part, tariff, tell, depth + 1);
    return;
  }
  const numbers = ["percent", "fee", "amount", "per"].filter((name) => known[name] !== undefined);
  if (numbers.length === 0) tell("rate", "CH3101", "The rate says nothing.");
  for (const name of numbers) {
    const value = known[name];
    if (typeof value !== "string" || !DECIMAL.test(value))
      tell(
        "rate",
        "CH3104",
        `${name} is not a decimal that is zero or more, of at most 12 digits.`,
      );
    else if (name === "per" && /^[0.]+$/.test(value))
      tell("rate", "CH3104", "per may not be zero.");
  }
  if (known.amount === undefined) return;
  const { unit } = rate as Extract<Rate, { unit: string }>;
  const measurable =
    tariff.quantities.some((rule) => rule.unit === unit) ||
    tariff.units.some((rule) => rule.unit === unit);
  if (!measurable)
    tell("rate", "CH3105", `The unit ${String(unit)} is not one that can be declared.`);
}

interface Numbered {
  readonly measure: Measure;
  readonly row: number;
}

function repeatedIds(entries: readonly Numbered[]): readonly MeasureProblem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ measure: { id, validFrom, knownFrom }, row }) => {
    const key = `${id} ${validFrom} ${knownFrom ?? ""}`;
    const repeated = seen.has(key);
    seen.add(key);
    if (!repeated) return [];
    const message = `The measure ${id} stands here for the second time.`;
    return [{ row, field: "id", code: "CH3106" as const, message }];
  });
}

/** Measures that say the same of the same goods must follow each other without overlap and without a hole. */
function overlapsAndGaps(entries: readonly Numbered[]): readonly MeasureProblem[] {
  const series = Map.groupBy(entries, ({ measure }) => seriesOf(measure));
  return [...series.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => (a.measure.validFrom < b.measure.validFrom ? -1 : 1));
    return sorted.slice(1).flatMap((entry, index) => {
      const end = sorted[index]?.measure.validTo;
      const start = entry.measure.validFrom;
      if (end === start) return [];
      const what = end === undefined || end > start ? "overlaps with" : "leaves a gap after";
      const message = `The measure ${what} the one in row ${sorted[index]?.row}.`;
      return [{ row: entry.row, field: "validFrom", code: "CH3102" as const, message }];
    });
  });
}

function seriesOf(measure: Measure): string {
  const {
    id: _id,
    rate: _rate,
    validFrom: _from,
    validTo: _to,
    legalReference: _law,
    ...rest
  } = measure;
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}
