import type { Rounding } from "@customhouse/model";
import { Decimal } from "decimal.js";

const MODES = {
  "half-up": Decimal.ROUND_HALF_UP,
  "half-even": Decimal.ROUND_HALF_EVEN,
  down: Decimal.ROUND_DOWN,
  up: Decimal.ROUND_UP,
} as const;

export function rounded(amount: Decimal, { decimals, mode }: Rounding): Decimal {
  return amount.toDecimalPlaces(decimals, MODES[mode]);
}
