/** Collects findings up to a limit. */
import type { Finding } from "@customhouse/model";

export class Findings {
  readonly list: Finding[] = [];
  readonly #limit: number;
  #full = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(finding: Finding): void {
    if (this.#full) return;
    if (this.list.length < this.#limit) {
      this.list.push(finding);
      return;
    }
    this.#full = true;
    this.list.push({
      code: "CH1012",
      path: "$",
      pointer: [],
      message: `There are more findings than the ${this.#limit} listed.`,
    });
  }

  /** A finding about the message as a whole. */
  whole(code: string, message: string, found?: string): void {
    this.add({ code, path: "$", pointer: [], message, ...(found === undefined ? {} : { found }) });
  }
}

/** What is shown of a value: enough to recognise it, never more. */
const SHOWN = 200;

export function shown(value: string): string {
  return value.length <= SHOWN ? value : `${value.slice(0, SHOWN)}…`;
}
