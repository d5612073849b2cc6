/** Numbers that add up to numbers: sums of them stay far from where double precision ends. */

/** The largest number of single precision. */
export const MAX_SINGLE = (2 - 2 ** -23) * 2 ** 127;

export function isSingle(value: number | undefined): boolean {
  return value !== undefined && value >= -MAX_SINGLE && value <= MAX_SINGLE;
}
