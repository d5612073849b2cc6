/** Checks a partner's list of authorised operators: all of it is in order, or none is taken. */
import { isDay, type RecognisedTrader } from "@customhouse/model";

export interface ListProblem {
  /** From 1. */
  readonly row: number;
  readonly field: string;
  readonly message: string;
}

const MAX_ROWS = 100_000;
const MAX_PROBLEMS = 100;
const FIELDS = ["id", "type", "validFrom", "validTo"] as const;
const ID = /^[A-Z]{2}[A-Z0-9]{1,15}$/;
const TYPE = /^[A-Z0-9]{1,10}$/;

/** `partner`: the country whose operators these are. */
export function checkRecognisedTraders(
  rows: readonly unknown[],
  partner: string,
): { readonly traders: readonly RecognisedTrader[]; readonly problems: readonly ListProblem[] } {
  if (rows.length > MAX_ROWS) {
    const message = `A list has at most ${MAX_ROWS} operators.`;
    return { traders: [], problems: [{ row: MAX_ROWS + 1, field: "", message }] };
  }
  const problems: ListProblem[] = [];
  const traders: RecognisedTrader[] = [];
  const seen = new Map<string, number>();
  for (const [index, value] of rows.entries()) {
    const row = index + 1;
    const found = checkRow(value, partner);
    if ("field" in found) {
      problems.push({ row, ...found });
    } else {
      const key = `${found.id} ${found.type} ${found.validFrom}`;
      const before = seen.get(key);
      if (before === undefined) traders.push(found);
      else problems.push({ row, field: "id", message: `This stands in row ${before} already.` });
      seen.set(key, before ?? row);
    }
    if (problems.length >= MAX_PROBLEMS) break;
  }
  return { traders: problems.length > 0 ? [] : traders, problems };
}

function checkRow(value: unknown, partner: string): RecognisedTrader | Omit<ListProblem, "row"> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { field: "", message: "An object with named fields is expected." };
  const row = value as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(row).find((name) => !FIELDS.some((field) => field === name));
  if (unknown !== undefined)
    return { field: unknown.slice(0, 40), message: "There is no such field." };
  const { id, type, validFrom, validTo } = row;
  if (typeof id !== "string" || !ID.test(id))
    return { field: "id", message: "A number of the country and up to 15 characters is expected." };
  if (!id.startsWith(partner))
    return { field: "id", message: `Operators of this partner begin with ${partner}.` };
  if (typeof type !== "string" || !TYPE.test(type))
    return { field: "type", message: "A type of up to 10 capital letters and digits is expected." };
  if (typeof validFrom !== "string" || !isDay(validFrom))
    return { field: "validFrom", message: "A day is expected." };
  if (validTo === undefined) return { id, type, validFrom };
  if (typeof validTo !== "string" || !isDay(validTo))
    return { field: "validTo", message: "A day is expected." };
  return validTo < validFrom
    ? { field: "validTo", message: "This is before validFrom." }
    : { id, type, validFrom, validTo };
}
