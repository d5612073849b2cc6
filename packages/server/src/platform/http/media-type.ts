/** Content-Type and Accept, read strictly enough to be safe. */

export interface MediaType {
  /** Lower case, without parameters. */
  readonly type: string;
  readonly charset?: string;
}

const SHAPE = /^\s*([a-z0-9!#$&^_.+-]{1,100}\/[a-z0-9!#$&^_.+-]{1,100})\s*(;.{0,300})?$/i;
const CHARSET = /;\s*charset\s*=\s*"?([^\s";]{1,40})"?/i;

export function parseMediaType(header: string): MediaType | undefined {
  const found = SHAPE.exec(header);
  const type = found?.[1]?.toLowerCase();
  return type ? { type, charset: CHARSET.exec(found?.[2] ?? "")?.[1]?.toLowerCase() } : undefined;
}

export function isXml(type: string): boolean {
  return type === "application/xml" || type === "text/xml" || type.endsWith("+xml");
}

export function isJson(type: string): boolean {
  return type === "application/json" || type.endsWith("+json");
}

export function isUtf8(charset: string | undefined): boolean {
  return (
    charset === undefined || charset === "utf-8" || charset === "utf8" || charset === "us-ascii"
  );
}

export type Form = "json" | "xml";
const MAX_ACCEPT_CHARACTERS = 1000;

/** The form the caller would like best of those on offer. Undefined: it takes none of them. */
export function preferredForm(
  accept: string | undefined,
  offered: readonly Form[],
): Form | undefined {
  if (!accept || accept.length > MAX_ACCEPT_CHARACTERS) {
    return offered[0];
  }
  let best: { form: Form; quality: number } | undefined;
  for (const range of accept.split(",")) {
    const [name = "", ...parameters] = range.trim().toLowerCase().split(";");
    const q = parameters.find((text) => text.trim().startsWith("q="));
    const quality = q ? Number(q.trim().slice(2)) : 1;
    const form = offered.find((candidate) => accepts(name.trim(), candidate));
    if (form && quality > 0 && quality > (best?.quality ?? 0)) {
      best = { form, quality };
    }
  }
  return best?.form;
}

function accepts(range: string, form: Form): boolean {
  if (range === "*/*" || range === "application/*") {
    return true;
  }
  return form === "xml" ? isXml(range) : isJson(range);
}

/** In which form a message is sent, where its media type says so. */
export function formatOf(contentType: string | undefined): "xml" | "json" | undefined {
  if (contentType === undefined) return undefined;
  if (/[/+]json\b/.test(contentType)) return "json";
  return /[/+]xml\b/.test(contentType) ? "xml" : undefined;
}
