/**
 * Reads well-formed XML 1.0 without a DOCTYPE. It exists because saxes with empty handlers already
 * takes most of the time that a declaration may take (README.md has the figures); a test holds it
 * to rejecting what saxes rejects. It looks for the next delimiter instead of walking every
 * character, so that comments, most of a published sample, cost next to nothing.
 */
import {
  attributeText,
  checkCharacters,
  contentText,
  isName,
  isSpaceCode,
  type Oddities,
  oddities,
  skipSpace,
  XmlSyntaxError,
} from "./xml-characters.ts";
import { afterXmlDeclaration } from "./xml-declaration.ts";

export interface XmlEvents {
  /** The name is not checked yet: the reader keeps a table of names and checks each one once. */
  open(name: string, attributes: Record<string, string> | undefined): void;
  /** Character data, references and line ends resolved; may come in several parts. */
  text(text: string): void;
  /** Whether blanks matter here; blanks between elements are not worth copying. */
  wantsBlanks(): boolean;
  close(): void;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const EQUALS = 0x3d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

/**
 * Throws `XmlSyntaxError` where the text stops being well-formed. `bytes` are the text in UTF-8.
 */
export function scanXml(text: string, events: XmlEvents, bytes?: Uint8Array): void {
  checkCharacters(text, bytes);
  new Scanner(text, events).run();
}

class Scanner {
  readonly #text: string;
  readonly #events: XmlEvents;
  readonly #open: string[] = [];
  #at = 0;
  #hasRoot = false;
  readonly #oddities: Oddities;

  constructor(text: string, events: XmlEvents) {
    this.#text = text;
    this.#oddities = oddities(text);
    this.#events = events;
  }

  run(): void {
    const text = this.#text;
    this.#at = afterXmlDeclaration(text);
    while (this.#at < text.length) {
      if (text.charCodeAt(this.#at) === LESS) this.#markup();
      else this.#characters();
    }
    if (this.#open.length > 0) throw this.#error(`the element ${this.#open.pop()} is not closed`);
    if (!this.#hasRoot) throw this.#error("there is no element");
  }

  #characters(): void {
    const text = this.#text;
    const start = this.#at;
    const stop = skipSpace(text, start);
    if (this.#open.length === 0 && stop < text.length && text.charCodeAt(stop) !== LESS) {
      throw this.#error("there is text outside the root element", stop);
    }
    const isBlank = stop === text.length || text.charCodeAt(stop) === LESS;
    const found = isBlank ? stop : text.indexOf("<", stop);
    this.#at = found === -1 ? text.length : found;
    if (this.#open.length === 0 || (isBlank && !this.#events.wantsBlanks())) return;
    this.#events.text(contentText(text, start, this.#at, this.#oddities));
  }

  #markup(): void {
    const next = this.#text.charCodeAt(this.#at + 1);
    if (next === SLASH) this.#endTag();
    else if (next === EXCLAMATION) this.#declaration();
    else if (next === QUESTION) this.#instruction();
    else this.#startTag();
  }

  #declaration(): void {
    const text = this.#text;
    if (text.startsWith("<!--", this.#at)) {
      const end = text.indexOf("--", this.#at + 4);
      if (end === -1) throw this.#error("a comment is not closed");
      if (text.charCodeAt(end + 2) !== GREATER)
        throw this.#error("a comment holds two hyphens", end);
      this.#at = end + 3;
      return;
    }
    if (!text.startsWith("<![CDATA[", this.#at) || this.#open.length === 0) {
      throw this.#error("this declaration is not allowed here");
    }
    const end = text.indexOf("]]>", this.#at + 9);
    if (end === -1) throw this.#error("a CDATA section is not closed");
    const data = text.slice(this.#at + 9, end);
    this.#events.text(data.includes("\r") ? data.replace(/\r\n?/g, "\n") : data);
    this.#at = end + 3;
  }

  #instruction(): void {
    const text = this.#text;
    const end = text.indexOf("?>", this.#at + 2);
    if (end === -1) throw this.#error("a processing instruction is not closed");
    const [target = ""] = text.slice(this.#at + 2, end).split(/[ \t\n\r]/, 1);
    if (!isName(target) || /^xml$/i.test(target)) {
      throw this.#error("a processing instruction has no proper name");
    }
    this.#at = end + 2;
  }

  #endTag(): void {
    const text = this.#text;
    const name = this.#open.pop();
    if (name === undefined) throw this.#error("an element is closed that is not open");
    let at = this.#at + 2 + name.length;
    if (!text.startsWith(name, this.#at + 2))
      throw this.#error(`the element ${name} is not closed`);
    if (text.charCodeAt(at) !== GREATER) {
      at = skipSpace(text, at);
      if (text.charCodeAt(at) !== GREATER) throw this.#error(`the element ${name} is not closed`);
    }
    this.#at = at + 1;
    this.#events.close();
  }

  #startTag(): void {
    const text = this.#text;
    if (this.#open.length === 0) {
      if (this.#hasRoot) throw this.#error("there is more than one root element");
      this.#hasRoot = true;
    }
    const end = endOfTagName(text, this.#at + 1);
    const name = text.slice(this.#at + 1, end);
    if (name === "") throw this.#error("an element has no name");
    if (text.charCodeAt(end) === GREATER) {
      this.#at = end + 1;
      this.#open.push(name);
      this.#events.open(name, undefined);
      return;
    }
    const attributes = this.#attributes(end);
    this.#open.push(name);
    this.#events.open(name, attributes);
    if (text.charCodeAt(this.#at) === SLASH) {
      this.#at++;
      this.#open.pop();
      this.#events.close();
    }
    this.#at++;
  }

  /** Leaves the position at `>`, or at the `/` of `/>`. */
  #attributes(start: number): Record<string, string> | undefined {
    const text = this.#text;
    let attributes: Record<string, string> | undefined;
    let at = start;
    for (;;) {
      const next = skipSpace(text, at);
      const code = text.charCodeAt(next);
      if (code === GREATER || (code === SLASH && text.charCodeAt(next + 1) === GREATER)) {
        this.#at = next;
        return attributes;
      }
      if (next === at) throw this.#error("a tag is not well-formed", next);
      attributes ??= Object.create(null) as Record<string, string>;
      at = this.#attribute(next, attributes);
    }
  }

  /** Gives the position after the closing quote. */
  #attribute(start: number, attributes: Record<string, string>): number {
    const text = this.#text;
    const nameEnd = endOfAttributeName(text, start);
    const name = text.slice(start, nameEnd);
    const equals = skipSpace(text, nameEnd);
    if (!isName(name) || text.charCodeAt(equals) !== EQUALS) {
      throw this.#error("an attribute is not well-formed", start);
    }
    const open = skipSpace(text, equals + 1);
    const quote = text.charCodeAt(open);
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) {
      throw this.#error("an attribute's value is not in quotes", open);
    }
    const close = text.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", open + 1);
    if (close === -1) throw this.#error("an attribute's value is not closed", open);
    if (name in attributes) throw this.#error(`the attribute ${name} is given twice`, start);
    attributes[name] = attributeText(text, open + 1, close);
    return close + 1;
  }

  #error(message: string, at = this.#at): XmlSyntaxError {
    return new XmlSyntaxError(this.#text, at, message);
  }
}

function endOfTagName(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER || code === SLASH || isSpaceCode(code)) return at;
  }
  return at;
}

function endOfAttributeName(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === EQUALS || code === GREATER || isSpaceCode(code)) return at;
  }
  return at;
}
