/**
 * RFC 8785 (JSON Canonicalization Scheme): one text for one value, whatever order its fields were written or stored in.
 * For values that came out of JSON or can go into it.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = value as Readonly<Record<string, unknown>>;
  const parts: string[] = [];
  // Array.sort compares UTF-16 code units, which is the order that the scheme asks for.
  for (const name of Object.keys(fields).sort()) {
    const field = fields[name];
    if (field !== undefined) parts.push(`${JSON.stringify(name)}:${canonicalJson(field)}`);
  }
  return `{${parts.join(",")}}`;
}
