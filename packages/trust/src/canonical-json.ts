/**
 * RFC 8785 (JSON Canonicalization Scheme): one text for one value, whatever order its fields were written or stored in.
 * For values that came out of JSON or can go into it.
 */
export function canonicalJson(value: unknown): string {
  const ordered = inOrder(value);
  return ordered === UNORDERABLE ? byHand(value) : (JSON.stringify(ordered) ?? "null");
}

const UNORDERABLE = Symbol("an object cannot hold these names in the order of the scheme");

/** A copy whose fields stand in order: serialising it takes half the time of joining texts, and this runs for every act. */
function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(inOrder);
    return items.includes(UNORDERABLE) ? UNORDERABLE : items;
  }
  const copy: Record<string, unknown> = {};
  for (const name of namesOf(value)) {
    const field = inOrder((value as Readonly<Record<string, unknown>>)[name]);
    if (field === UNORDERABLE || isSpecial(name)) return UNORDERABLE;
    copy[name] = field;
  }
  return copy;
}

const ZERO = 0x30;
const NINE = 0x39;
const UNDERSCORE = 0x5f;

/** An object puts whole numbers before all other names, and `__proto__` names no field. */
function isSpecial(name: string): boolean {
  const first = name.charCodeAt(0);
  return (first >= ZERO && first <= NINE) || first === UNDERSCORE;
}

function byHand(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(byHand).join(",")}]`;
  const fields = value as Readonly<Record<string, unknown>>;
  const texts = namesOf(value)
    .filter((name) => fields[name] !== undefined)
    .map((name) => `${JSON.stringify(name)}:${byHand(fields[name])}`);
  return `{${texts.join(",")}}`;
}

/** Array.sort compares UTF-16 code units, which is the order that the scheme asks for. */
function namesOf(value: object): string[] {
  return Object.keys(value).sort();
}
