/**
 * Looks a JSON text over before it is parsed: depth, number of names, and names given twice, all
 * of which `JSON.parse` takes without a word. Whether the text is JSON at all is left to
 * `JSON.parse`.
 */
import type { Limits } from "../limits.ts";
import { type Findings, shown } from "./findings.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;

/** Whether parsing may go on. */
export function passesJsonScan(text: string, limits: Limits, findings: Findings): boolean {
  const scan = new JsonScan(text, limits);
  const problem = scan.firstProblem();
  if (!problem) return true;
  findings.whole(problem.code, problem.message, problem.found);
  return false;
}

interface ScanProblem {
  readonly code: string;
  readonly message: string;
  readonly found?: string;
}

class JsonScan {
  readonly #text: string;
  readonly #limits: Limits;
  /** Names of each open object; lists have none. */
  readonly #open: (Set<string> | undefined)[] = [];
  #names = 0;

  constructor(text: string, limits: Limits) {
    this.#text = text;
    this.#limits = limits;
  }

  firstProblem(): ScanProblem | undefined {
    const text = this.#text;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        const end = this.#endOfString(at);
        const problem = this.#isName(end) ? this.#addName(text.slice(at, end + 1)) : undefined;
        if (problem) return problem;
        at = end;
      } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
        this.#open.push(code === OPEN_OBJECT ? new Set() : undefined);
        if (this.#open.length > this.#limits.maxDepth) {
          return {
            code: "CH1006",
            message: `The message is nested deeper than ${this.#limits.maxDepth}.`,
          };
        }
      } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) this.#open.pop();
    }
    return undefined;
  }

  /** Position of the closing quote, or the end of the text. */
  #endOfString(start: number): number {
    const text = this.#text;
    let at = start + 1;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) return at;
      at += code === BACKSLASH ? 2 : 1;
    }
    return text.length;
  }

  #isName(end: number): boolean {
    if (this.#open.length === 0 || this.#open[this.#open.length - 1] === undefined) return false;
    let at = end + 1;
    while (/\s/.test(this.#text[at] ?? "")) at++;
    return this.#text.charCodeAt(at) === COLON;
  }

  #addName(token: string): ScanProblem | undefined {
    this.#names++;
    if (this.#names > this.#limits.maxElements) {
      const message = `The message has more than ${this.#limits.maxElements} names.`;
      return { code: "CH1007", message };
    }
    const name = nameOf(token);
    const names = this.#open[this.#open.length - 1];
    if (!names?.has(name)) {
      names?.add(name);
      return undefined;
    }
    return {
      code: "CH1011",
      message: "The same name is given twice in one object.",
      found: shown(name),
    };
  }
}

/** Escapes count as what they stand for. */
function nameOf(token: string): string {
  if (!token.includes("\\")) return token.slice(1, -1);
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}
