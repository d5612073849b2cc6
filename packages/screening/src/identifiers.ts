/** Identifiers as they are compared: capital letters and digits, without the name of the kind in front. */

/** Shorter ones are too common to decide anything. */
const MIN_CHARACTERS = 6;
const KIND_IN_FRONT = /^(?:IMO|LEI|TIN|VAT|EORI|MMSI)(?=[0-9A-Z]{6})/;
export const IDENTIFIER_SEEDS = [0x1f83d9ab, 0x5be0cd19] as const;

export type IdentifierKind = "imo" | "lei" | "other";

export function identifierKeys(identifiers: readonly string[] = []): readonly string[] {
  const keys = identifiers.map((identifier) =>
    identifier
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, "")
      .replace(KIND_IN_FRONT, ""),
  );
  return [...new Set(keys.filter((key) => key.length >= MIN_CHARACTERS))];
}

/** By check digit: IMO ship numbers (seven digits) and LEI (ISO 17442, ISO 7064 mod 97-10). */
export function identifierKind(key: string): IdentifierKind {
  if (/^\d{7}$/.test(key)) {
    const sum = [...key.slice(0, 6)].reduce(
      (total, digit, at) => total + Number(digit) * (7 - at),
      0,
    );
    return sum % 10 === Number(key[6]) ? "imo" : "other";
  }
  if (!/^[0-9A-Z]{18}\d{2}$/.test(key)) return "other";
  let rest = 0;
  for (const character of key) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1 ? "lei" : "other";
}

/** Kinds of which both have one and none in common: they cannot be the same ship or company. */
export function contradictions(ours: readonly string[], theirs: readonly string[]) {
  return (["imo", "lei"] as const).filter((kind) => {
    const of = (keys: readonly string[]) => keys.filter((key) => identifierKind(key) === kind);
    const [mine, other] = [of(ours), of(theirs)];
    return mine.length > 0 && other.length > 0 && !mine.some((key) => other.includes(key));
  });
}
