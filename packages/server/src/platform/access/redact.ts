/**
 * A document minus what the reader may not see. The label comes from the model's dictionary by class and element; what
 * the dictionary does not know is shown only to readers who see everything.
 */
import type { ConfidentialityLabel } from "@customhouse/model";

export type LabelOf = (className: string, element: string) => ConfidentialityLabel | undefined;
export type Labels = ReadonlySet<ConfidentialityLabel>;

const UNKNOWN: ConfidentialityLabel = "restricted";
const MAX_DEPTH = 64;

export function redactDocument<T>(document: T, allowed: Labels, labelOf: LabelOf): T;
export function redactDocument(document: unknown, allowed: Labels, labelOf: LabelOf): unknown {
  return redactNode(document, "", allowed, labelOf, 0);
}

function redactNode(
  node: unknown,
  className: string,
  allowed: Labels,
  labelOf: LabelOf,
  depth: number,
): unknown {
  if (depth > MAX_DEPTH) {
    return undefined;
  }
  if (Array.isArray(node)) {
    return node.map((one) => redactNode(one, className, allowed, labelOf, depth + 1));
  }
  if (typeof node !== "object" || node === null) {
    return node;
  }
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === "object" && value !== null) {
      kept[key] = redactNode(value, key, allowed, labelOf, depth + 1);
    } else if (allowed.has(labelOf(className, elementName(key)) ?? UNKNOWN)) {
      kept[key] = value;
    }
  }
  return kept;
}

/** An attribute (`InvoiceAmount@currencyID`) is as secret as its element. */
function elementName(key: string): string {
  const at = key.indexOf("@");
  return at > 0 ? key.slice(0, at) : key;
}
