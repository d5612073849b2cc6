/** Records of trade statistics out of rows in the format of UN Comtrade. */
import { MirrorError } from "./errors.ts";
import type { TradeFlow, TradeRecord } from "./mirror.ts";

const HS6_DIGITS = 6;
const FLOWS: Readonly<Record<string, TradeFlow>> = {
  M: "import",
  X: "export",
  RX: "re-export",
  RM: "re-import",
};
/**
 * What these columns hold in a record of the whole: all second partners, all customs procedures, all means of transport, all
 * modes of supply. Any other value, and the record is a part of one that stands beside it.
 */
const WHOLE: Readonly<Record<string, string>> = {
  partner2Code: "0",
  customsCode: "C00",
  motCode: "0",
  mosCode: "0",
};

/** Fields of a row by column; one that the row does not have is the empty text. */
export type TradeRow = (column: string) => string;

export interface TradeRecords {
  readonly records: readonly TradeRecord[];
  /** Rows of totals and of other levels than six digits, or of flows that are not compared. */
  readonly leftOut: number;
  /** Rows that are a part of another one: of a year a month, of all means of transport one. */
  readonly parts: number;
}

/**
 * Throws `MirrorError` CH4461 for the first record that is not sound, or that is a part of what the file does not have: half a
 * statistic would be a false gap.
 */
export function tradeRecords(rows: readonly TradeRow[]): TradeRecords {
  const read = rows.flatMap((field, at) => {
    const where = `row ${at + 1}`;
    const record = recordOf(field, where);
    if (record === undefined) return [];
    const isYear = field("period").length === YEAR_CHARACTERS;
    return [{ record, where, isYear, isPart: isPart(field) }];
  });
  const wholes = read.filter((row) => !row.isPart);
  const years = new Set(wholes.filter(({ isYear }) => isYear).map(({ record }) => nameOf(record)));
  const known = new Set(wholes.map(({ record }) => nameOf(record)));
  const lone = read.find(({ record }) => !known.has(nameOf(record)));
  if (lone !== undefined) {
    throw new MirrorError("CH4461", `${lone.where}: the whole that it is a part of is missing`);
  }
  // Months are parts of a year that is there itself.
  const records = wholes
    .filter(({ record, isYear }) => isYear || !years.has(nameOf(record)))
    .map(({ record }) => record);
  return { records, leftOut: rows.length - read.length, parts: read.length - records.length };
}

const YEAR_CHARACTERS = 4;

function isPart(field: TradeRow): boolean {
  return Object.entries(WHOLE).some(([name, whole]) => !["", whole].includes(field(name)));
}

function nameOf({ year, reporter, partner, flow, hs6 }: TradeRecord): string {
  return [year, reporter, partner, flow, hs6].join(" ");
}

function recordOf(field: TradeRow, where: string): TradeRecord | undefined {
  const flow = FLOWS[field("flowCode")];
  const hs6 = field("cmdCode");
  if (flow === undefined || !/^\d+$/.test(hs6) || hs6.length !== HS6_DIGITS) return undefined;
  const [reporter, partner, year] = ["reporterCode", "partnerCode", "period"].map(field);
  if (!reporter || !partner || !/^\d{4}/.test(year ?? "")) {
    throw new MirrorError("CH4461", `${where}: reporter, partner or period is missing`);
  }
  const netMassKg = massOf(field("netWgt"), where);
  return {
    year: (year ?? "").slice(0, 4),
    reporter,
    partner,
    flow,
    hs6,
    valueMinor: centsOf(field("primaryValue"), where),
    ...(netMassKg === undefined ? {} : { netMassKg }),
  };
}

function massOf(text: string, where: string): number | undefined {
  if (text === "") return undefined;
  const mass = Number(text);
  if (Number.isFinite(mass) && mass >= 0) return mass;
  throw new MirrorError("CH4461", `${where}: netWgt is ${text.slice(0, 40)}`);
}

/** Decimals beyond cents are cut; a value in powers of ten is what some exports write for large amounts. */
function centsOf(text: string, where: string): bigint {
  const plain = /e/i.test(text) && Number.isFinite(Number(text)) ? Number(text).toFixed(2) : text;
  const found = /^(\d{1,20})(?:\.(\d*))?$/.exec(plain);
  if (found === null)
    throw new MirrorError("CH4461", `${where}: primaryValue is ${text.slice(0, 40)}`);
  return BigInt(found[1] ?? "0") * 100n + BigInt((found[2] ?? "").padEnd(2, "0").slice(0, 2));
}
