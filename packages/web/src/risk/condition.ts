/** Conditions as text: where something is wrong in one, and what inserting a feature makes of one. */
import type { RiskFeature } from "@customhouse/api/risk/policies";

interface Place {
  readonly start: number;
  readonly end: number;
}

export interface MarkedText {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** At least one character is marked; at the end of the text that is a blank. */
export function markPlace(text: string, { start, end }: Place): MarkedText {
  const from = Math.min(Math.max(0, start), text.length);
  const to = Math.min(Math.max(end, from + 1), text.length);
  return {
    before: text.slice(0, from),
    marked: text.slice(from, to) || " ",
    after: text.slice(to),
  };
}

/** How a condition of this scope names the feature. A declaration rule reaches items in a loop only. */
export function featureInCondition({ name, scope }: RiskFeature, ruleScope: string): string {
  if (scope === "declaration") return `declaration.${name}`;
  return ruleScope === "item" ? `item.${name}` : `items.exists(i, i.${name})`;
}

/** The text with a piece in place of what is selected, set apart by blanks, and where the caret goes. */
export function inserted(
  text: string,
  { start, end }: Place,
  piece: string,
): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const left = before === "" || /[\s(![]$/.test(before) ? "" : " ";
  const right = after === "" || /^[\s).\]]/.test(after) ? "" : " ";
  const caret = before.length + left.length + piece.length;
  return { text: `${before}${left}${piece}${right}${after}`, caret };
}

/** Features with all words in their name, group or description as the reader sees it; names first. */
export function matchingFeatures(
  features: readonly RiskFeature[],
  asked: string,
  localised: (text: RiskFeature["description"]) => string,
): readonly RiskFeature[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const all = features.filter(({ name, group, scope, description }) => {
    const text = `${scope}.${name} ${group} ${localised(description)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const inName = ({ scope, name }: RiskFeature) =>
    words.every((word) => `${scope}.${name}`.toLowerCase().includes(word));
  return [...all.filter(inName), ...all.filter((one) => !inName(one))];
}
