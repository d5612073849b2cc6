/** Amounts of the ledger as exact decimals. */

const QUANTITY_DECIMALS = 6;
const CURRENCY_DECIMALS = 2;

interface OwnCurrency {
  readonly currency: string;
  readonly currencyDecimals: number;
}

/** Money has the decimals of its currency; any other unit, such as KGM, has six. */
export function decimalsOf(unit: string, own: OwnCurrency): number {
  if (unit === own.currency) return own.currencyDecimals;
  return Intl.supportedValuesOf("currency").includes(unit) ? CURRENCY_DECIMALS : QUANTITY_DECIMALS;
}

/** `"-1050000"` with two decimals is `"-10500.00"`. Digits are moved, never calculated with. */
export function decimalOfMinor(minor: string, decimals: number): string {
  const isNegative = minor.startsWith("-");
  const digits = minor.replace("-", "").padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const part = digits.slice(digits.length - decimals);
  return `${isNegative ? "-" : ""}${whole}${decimals > 0 ? `.${part}` : ""}`;
}
