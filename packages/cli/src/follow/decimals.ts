/** Sums amounts exactly: they are decimal text, never floats. */
export function sumOf(amounts: readonly string[]): string {
  const places = Math.max(0, ...amounts.map((amount) => fractionOf(amount).length));
  const total = amounts.reduce((sum, amount) => sum + scaled(amount, places), 0n);
  const digits = (total < 0n ? -total : total).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = places === 0 ? "" : `.${digits.slice(-places)}`;
  return `${total < 0n ? "-" : ""}${whole}${fraction}`;
}

function fractionOf(amount: string): string {
  return amount.split(".")[1] ?? "";
}

function scaled(amount: string, places: number): bigint {
  const [whole = "0"] = amount.split(".");
  return BigInt(`${whole}${fractionOf(amount).padEnd(places, "0")}`);
}
