/**
 * RFC 8785 (JSON Canonicalization Scheme): one text for one value, whatever order its fields were written or stored in.
 * For values that came out of JSON or can go into it.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return textOf(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  let text = "";
  if (Array.isArray(value)) {
    for (const one of value) text += `${text === "" ? "" : ","}${canonicalJson(one)}`;
    return `[${text}]`;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  // Array.sort compares UTF-16 code units, which is the order that the scheme asks for.
  for (const name of Object.keys(fields).sort()) {
    const field = fields[name];
    if (field === undefined) continue;
    text += `${text === "" ? "" : ","}${textOf(name)}:${canonicalJson(field)}`;
  }
  return `{${text}}`;
}

const PLAIN = /^[ !#-[\]-~]*$/;

/** Most strings have nothing to escape, and this runs for every act. */
function textOf(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}
