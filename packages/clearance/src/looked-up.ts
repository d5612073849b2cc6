/** Distinct numbers that are looked up: three of each item of the largest declaration. Any more are unknown. */
const MAX_LOOKED_UP = 3_000;

/** Numbers of records that a declaration names, each once, to be looked up. */
export function toLookUp(named: readonly { readonly number: string }[]): readonly string[] {
  const numbers = named.map(({ number }) => number).filter((number) => number !== "");
  return [...new Set(numbers)].slice(0, MAX_LOOKED_UP);
}
