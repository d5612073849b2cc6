/** Categories of a row as numbers. Each value is looked up once, whatever number of histories it belongs to. */
import { KEY_SEPARATOR } from "../table/profiles.ts";
import { type CellValue, type CellValues, cellText, isOfItem, valueName } from "./row.ts";

/** A value that no history knows. */
const UNKNOWN = -1;
/** A value with a separator in it: a key that it is part of says less than its parts do. */
export const AMBIGUOUS = -2;

/** One category of declarations or items, and the numbers of its values in the order in which they were told. */
export class CodedColumn {
  readonly ofItem: boolean;
  readonly #valueName: string;
  readonly #codes = new Map<string, number>();
  #last: CellValue | undefined;
  /** Of the value that was read last. */
  code = UNKNOWN;

  /** By its name as `scope.name`. */
  constructor(name: string) {
    this.ofItem = isOfItem(name);
    this.#valueName = valueName(name);
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

  text(values: CellValues): string {
    return cellText(values[this.#valueName]);
  }

  /** Values come again and again: comparing is cheaper than looking up. */
  read(values: CellValues): void {
    const value = values[this.#valueName];
    if (value === this.#last) return;
    this.#last = value;
    const text = cellText(value);
    this.code = this.#codes.get(text) ?? (text.includes(KEY_SEPARATOR) ? AMBIGUOUS : UNKNOWN);
  }
}
