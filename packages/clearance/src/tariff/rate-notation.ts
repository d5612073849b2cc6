/**
 * Rates as people write them in a tariff: `12%`, `3.50 EUR/100 KGM`, `5 fee`, `6% + 1.2 USD/NAR`,
 * `max(10%, 2 USD/KGM)`, `min(...)`. Reads and writes; what is written is read as the same rate.
 */
import type { Rate } from "@customhouse/model";

const DECIMAL = String.raw`\d{1,12}(?:\.\d{1,10})?`;
const PERCENT = new RegExp(`^(${DECIMAL})\\s*%$`);
const FEE = new RegExp(`^(${DECIMAL})\\s+fee$`);
const SPECIFIC = new RegExp(
  `^(${DECIMAL})\\s*([A-Z]{3})?\\s*/\\s*(?:(${DECIMAL})\\s+)?([A-Z0-9]{2,8})$`,
);
const MAX_CHARACTERS = 300;
const MAX_DEPTH = 4;

/** Undefined when it is not a rate. */
export function parseRate(text: string, depth = 0): Rate | undefined {
  const trimmed = text.trim();
  if (trimmed.length > MAX_CHARACTERS || depth > MAX_DEPTH) return undefined;
  const parts = splitTop(trimmed, "+");
  if (parts === undefined) return undefined;
  if (parts.length > 1) return all(parts, depth, (sum) => ({ sum }));
  const choice = /^(min|max)\((.*)\)$/s.exec(trimmed);
  if (choice !== null) {
    const options = splitTop(choice[2] ?? "", ",");
    if (options === undefined || options.length < 2) return undefined;
    return all(options, depth, (rates) =>
      choice[1] === "max" ? { greatest: rates } : { least: rates },
    );
  }
  return simple(trimmed);
}

function simple(text: string): Rate | undefined {
  const percent = PERCENT.exec(text)?.[1];
  if (percent !== undefined) return { percent };
  const fee = FEE.exec(text)?.[1];
  if (fee !== undefined) return { fee };
  const [, amount, currency, per = "1", unit] = SPECIFIC.exec(text) ?? [];
  if (amount === undefined || unit === undefined) return undefined;
  return { amount, ...(currency === undefined ? {} : { currency }), per, unit };
}

function all(
  parts: readonly string[],
  depth: number,
  make: (rates: readonly Rate[]) => Rate,
): Rate | undefined {
  const rates = parts.map((part) => parseRate(part, depth + 1));
  return rates.every((rate) => rate !== undefined) ? make(rates) : undefined;
}

/** Splits where no bracket is open. Undefined when brackets do not match. */
function splitTop(text: string, separator: string): readonly string[] | undefined {
  const parts: string[] = [];
  let open = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === "(") open += 1;
    if (character === ")") open -= 1;
    if (open < 0) return undefined;
    if (open > 0 || character !== separator) continue;
    parts.push(text.slice(start, index));
    start = index + 1;
  }
  if (open !== 0) return undefined;
  return [...parts, text.slice(start)];
}

export function writeRate(rate: Rate): string {
  if ("percent" in rate) return `${rate.percent}%`;
  if ("fee" in rate) return `${rate.fee} fee`;
  if ("sum" in rate) return rate.sum.map(writeRate).join(" + ");
  if ("least" in rate) return `min(${rate.least.map(writeRate).join(", ")})`;
  if ("greatest" in rate) return `max(${rate.greatest.map(writeRate).join(", ")})`;
  const currency = rate.currency === undefined ? "" : ` ${rate.currency}`;
  return `${rate.amount}${currency}/${rate.per === "1" ? "" : `${rate.per} `}${rate.unit}`;
}
