/** Categories of a row as numbers. Each value is looked up once, whatever number of histories it belongs to. */
import { KEY_SEPARATOR } from "../learn/profiles.ts";
import type { FeatureValue, FeatureValues } from "./feature.ts";
import { featureOf, isOfItem } from "./feature-name.ts";

/** A value that no history knows. */
const UNKNOWN = -1;
/** A value with a separator in it: a key that it is part of says less than its parts do. */
export const AMBIGUOUS = -2;

/** One category of declarations or items, and the numbers of its values in the order in which they were told. */
export class CodedColumn {
  readonly ofItem: boolean;
  readonly #feature: string;
  readonly #codes = new Map<string, number>();
  #last: FeatureValue | undefined;
  /** Of the value that was read last. */
  code = UNKNOWN;

  /** By its name as `scope.name`. */
  constructor(name: string) {
    this.ofItem = isOfItem(name);
    this.#feature = featureOf(name);
  }

  /** Values there are; codes are below it. */
  get size(): number {
    return this.#codes.size;
  }

  codeFor(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.#codes.size;
    this.#codes.set(text, code);
    if (text === "") this.code = code;
    return code;
  }

  text(values: FeatureValues): string {
    return textOf(values[this.#feature]);
  }

  /** Values come again and again: comparing is cheaper than looking up. */
  read(values: FeatureValues): void {
    const value = values[this.#feature];
    if (value === this.#last) return;
    this.#last = value;
    const text = textOf(value);
    this.code = this.#codes.get(text) ?? (text.includes(KEY_SEPARATOR) ? AMBIGUOUS : UNKNOWN);
  }
}

/** As a table has it. */
function textOf(value: FeatureValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "1" : "0";
  return String(value);
}
