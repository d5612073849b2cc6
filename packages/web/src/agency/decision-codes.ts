/** Decision codes in use between agencies and customs, by what they come to. */
export const CODES = {
  release: ["C02", "C03", "C05", "C06"],
  hold: ["H01", "H02"],
  refuse: ["N01", "N02", "N03", "N04", "N07"],
} satisfies Readonly<Record<string, readonly string[]>>;

export type Kind = keyof typeof CODES;
