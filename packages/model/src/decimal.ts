/** Comparing decimals written as text, exactly, whatever their length. */

const DECIMAL = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/;

interface Parts {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/** Negative, zero or positive; `undefined` when one of the texts is not a decimal. */
export function compareDecimals(left: string, right: string): number | undefined {
  const a = partsOf(left);
  const b = partsOf(right);
  if (!a || !b) return undefined;
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const magnitude =
    a.whole.length - b.whole.length || order(a.whole, b.whole) || order(a.fraction, b.fraction);
  return a.negative && magnitude !== 0 ? -magnitude : magnitude;
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function partsOf(text: string): Parts | undefined {
  const trimmed = text.trim();
  if (!/\d/.test(trimmed)) return undefined;
  const match = DECIMAL.exec(trimmed);
  if (!match) return undefined;
  const [, sign, whole = "", fraction = ""] = match;
  const zero = whole === "" && fraction === "";
  return { negative: sign === "-" && !zero, whole, fraction };
}
