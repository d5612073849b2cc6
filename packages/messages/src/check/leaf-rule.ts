/** What one element's value must look like, compiled once from format and data type. */
import type { DataType, MessageDefinition } from "@customhouse/model";

/** Something wrong with a value. One object per rule, shared by all findings. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly allowed: string;
}

export interface LeafRule {
  /** XSD whiteSpace facet: codes, numbers and indicators are read with blanks collapsed. */
  readonly collapse: boolean;
  /** The first thing wrong with a value, after collapsing. */
  readonly problemOf: (value: string) => Problem | undefined;
}

interface Format {
  readonly letters: "a" | "an" | "n";
  readonly exact: boolean;
  readonly length: number;
  readonly decimals: number;
}

const FORMAT = /^(an|a|n)(\.\.)?(\d+)?(?:,(\d+))?$/;

export function parseFormat(notation: string): Format {
  const match = FORMAT.exec(notation);
  if (!match) throw new Error(`Format not understood: ${notation}`);
  const [, letters, range, length, decimals] = match;
  return {
    letters: letters as Format["letters"],
    exact: range === undefined && length !== undefined,
    length: length === undefined ? Number.POSITIVE_INFINITY : Number(length),
    decimals: decimals === undefined ? 0 : Number(decimals),
  };
}

/** How a message treats blanks. */
export type TextRules = Pick<MessageDefinition, "blankValues" | "identifierBlanks">;

/** `an` without a length takes anything, also nothing. */
export function compileLeafRule(
  notation: string,
  dataType: DataType,
  message: TextRules = {},
): LeafRule {
  const blank = message.blankValues ?? "refused";
  switch (dataType) {
    case "Amount":
    case "Measure":
    case "Numeric":
    case "Quantity":
      return { collapse: true, problemOf: decimalCheck(notation) };
    case "DateTime":
      return { collapse: false, problemOf: dateTimeProblem };
    case "Indicator":
      return { collapse: true, problemOf: indicatorCheck };
    case "Code":
      return { collapse: true, problemOf: textCheck(notation, blank, false) };
    case "ID": {
      const collapsed = message.identifierBlanks === "collapsed";
      return { collapse: collapsed, problemOf: textCheck(notation, blank, !collapsed) };
    }
    case "Text":
      return { collapse: false, problemOf: textCheck(notation, blank, true) };
  }
}

/** XML Schema's collapse: blanks at the ends go, runs of blanks become one space. */
export function collapse(value: string): string {
  if (!hasSpace(value)) return value;
  return value.replace(/[ \t\n\r]+/g, " ").replace(/^ | $/g, "");
}

function hasSpace(value: string): boolean {
  for (let at = 0; at < value.length; at++) if (value.charCodeAt(at) <= 32) return true;
  return false;
}

function textCheck(notation: string, blank: "accepted" | "refused", lines: boolean) {
  const format = parseFormat(notation);
  const problem = problems(notation);
  const refuseBlank = blank === "refused" && format.length !== Number.POSITIVE_INFINITY;
  const pattern = format.letters === "an" ? undefined : ONLY[format.letters];
  return (value: string): Problem | undefined => {
    if (refuseBlank && isBlank(value)) return problem.blank;
    if (value.length > format.length && [...value].length > format.length) return problem.tooLong;
    if (refuseBlank && lines && hasLineBreak(value)) return problem.lineBreak;
    if (pattern && !pattern.test(value)) return problem.form;
    if (format.exact && pattern && value.length !== format.length) return problem.form;
    return undefined;
  };
}

function hasLineBreak(value: string): boolean {
  return value.includes("\n") || value.includes("\r");
}

const ONLY = { a: /^[a-zA-Z]*$/, n: /^[0-9]*$/ } as const;

/** XML Schema's white space only: a no-break space counts as content. */
function isBlank(value: string): boolean {
  if (value.length > 0 && value.charCodeAt(0) > 32) return false;
  return !/[^ \t\n\r]/.test(value);
}

const DECIMAL = /^[+-]?(?:0*)(\d*)(?:\.(\d*?)0*)?$/;
const PLAIN_DIGITS = /^[0-9]+$/;
/** More digits than this no processor reads alike. */
const MAX_DIGITS = 24;

function decimalCheck(notation: string) {
  const format = parseFormat(notation);
  const problem = problems(notation);
  const bounded = format.letters === "n";
  return (value: string): Problem | undefined => {
    if (bounded && value.length <= format.length && PLAIN_DIGITS.test(value)) return undefined;
    const match = DECIMAL.exec(value);
    if (!match || !/\d/.test(value)) return problem.notNumber;
    const whole = match[1] ?? "";
    const fraction = match[2] ?? "";
    const digits = whole.length + fraction.length;
    if (!bounded) return digits > MAX_DIGITS ? problem.digits : undefined;
    if (digits > format.length) return problem.digits;
    if (fraction.length > format.decimals) return problem.decimals;
    return undefined;
  };
}

function indicatorCheck(value: string): Problem | undefined {
  return value === "true" || value === "false" ? undefined : INDICATOR;
}

const INDICATOR: Problem = {
  code: "CH1203",
  message: "The value has to be true or false.",
  allowed: "true, false",
};

const DATE = /^(20\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)(?:Z|[-+](\d\d)))?$/;

function dateTimeProblem(value: string): Problem | undefined {
  const match = DATE.exec(value);
  if (!match) return NOT_A_DATE;
  const [, year, month, day, hour = "0", minute = "0", second = "0", zone = "0"] = match;
  const days = daysInMonth(Number(year), Number(month));
  const inCalendar = Number(day) >= 1 && Number(day) <= days;
  const inClock = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  return inCalendar && inClock && Number(zone) <= 14 ? undefined : NO_SUCH_DAY;
}

const DATE_FORMS = "YYYYMMDD, YYYYMMDDhhmmssZ, YYYYMMDDhhmmss+hh";
const NOT_A_DATE: Problem = {
  code: "CH1207",
  message: "The value does not have the form of a date.",
  allowed: DATE_FORMS,
};
const NO_SUCH_DAY: Problem = {
  code: "CH1208",
  message: "The date or time does not exist.",
  allowed: DATE_FORMS,
};

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return MONTH_DAYS[month - 1] ?? 0;
}

function problems(allowed: string) {
  const problem = (code: string, message: string): Problem => ({ code, message, allowed });
  return {
    blank: problem("CH1201", "The value is blank."),
    tooLong: problem("CH1202", `The value is longer than ${allowed} allows.`),
    form: problem("CH1203", `The value does not have the form ${allowed}.`),
    lineBreak: problem("CH1212", "The value may not contain a line break."),
    notNumber: problem("CH1204", "The value is not a decimal number."),
    digits: problem("CH1205", `The number has more digits than ${allowed} allows.`),
    decimals: problem("CH1206", `The number has more decimals than ${allowed} allows.`),
  };
}
