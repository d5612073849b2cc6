/** Simple interest by the day, explained line by line and exact: the one division comes last. */
import {
  addDays,
  addYears,
  type DayCount,
  daysBetween,
  type Interest,
  type InterestLine,
  type InterestOccasion,
  type InterestRate,
  type InterestTerms,
  inForce,
} from "@customhouse/model";
import { Decimal } from "decimal.js";

const MAX_YEARS = 100;
const SHOWN_DECIMALS = 10;
/** Divides every day count, so that lines of different counts add up without a division. */
const COMMON_DAYS = 360 * 365 * 366;
/** Enough for the longest principal and rate over the common denominator. */
const Exact = Decimal.clone({ precision: 80 });

const ROUNDING_MODES = {
  "half-up": Decimal.ROUND_HALF_UP,
  "half-even": Decimal.ROUND_HALF_EVEN,
  down: Decimal.ROUND_DOWN,
  up: Decimal.ROUND_UP,
} as const;

export interface InterestQuestion {
  readonly on: InterestOccasion;
  /** Exact decimal, not negative. */
  readonly principal: string;
  /** ISO day: the last that bears no interest. */
  readonly since: string;
  /** ISO day: the last that bears interest. */
  readonly until: string;
  /** ISO day: with the rates known by then. */
  readonly knownOn: string;
}

/** Days without a rate in force bear nothing and have no line. More than a century is cut to its last hundred years. */
export function interestOf(question: InterestQuestion, terms: InterestTerms): Interest {
  const { on, principal, since, until, knownOn } = question;
  const rates = terms.rates.filter((rate) => rate.on === on);
  const first = latest(addDays(since, 1), addYears(until, -MAX_YEARS));
  const starts = startsBetween(first, until, rates);
  const lines: InterestLine[] = [];
  let hundredths = new Exact(0);
  for (const [index, from] of starts.entries()) {
    const next = starts[index + 1];
    const to = next === undefined ? until : addDays(next, -1);
    const rate = rates.findLast((entry) => inForce(entry, { on: from, knownOn }));
    if (rate === undefined) continue;
    const { percentPerYear, dayCount, legalReference } = rate;
    const days = daysBetween(from, to) + 1;
    const share = new Exact(principal)
      .times(percentPerYear)
      .times(days)
      .times(COMMON_DAYS / daysInYear(dayCount, from));
    hundredths = hundredths.plus(share);
    const amount = share.div(COMMON_DAYS).div(100).toFixed(SHOWN_DECIMALS, Decimal.ROUND_DOWN);
    lines.push({ from, to, days, percentPerYear, dayCount, amount, legalReference });
  }
  const { rounding } = terms;
  const total = hundredths
    .div(100 * COMMON_DAYS)
    .toDecimalPlaces(rounding.decimals, ROUNDING_MODES[rounding.mode]);
  return {
    principal,
    since,
    until,
    knownOn,
    lines,
    rounding,
    amount: total.toFixed(rounding.decimals),
  };
}

/** Every day on which a line may begin: the first, a change of rate, a new year. In order. */
function startsBetween(
  first: string,
  until: string,
  rates: readonly InterestRate[],
): readonly string[] {
  if (until < first) return [];
  const changes = rates.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? validFrom]);
  const ofYears = rates.some(({ dayCount }) => dayCount === "actual/actual")
    ? newYears(first, until)
    : [];
  const within = [...changes, ...ofYears].filter((day) => day > first && day <= until);
  return [...new Set([first, ...within])].sort();
}

function newYears(first: string, until: string): readonly string[] {
  const from = Number(first.slice(0, 4)) + 1;
  const to = Number(until.slice(0, 4));
  return Array.from(
    { length: Math.max(0, to - from + 1) },
    (_none, index) => `${from + index}-01-01`,
  );
}

function daysInYear(dayCount: DayCount, day: string): number {
  if (dayCount === "actual/360") return 360;
  if (dayCount === "actual/365") return 365;
  const year = day.slice(0, 4);
  return daysBetween(`${year}-01-01`, `${year}-12-31`) + 1;
}

function latest(one: string, other: string): string {
  return one > other ? one : other;
}
