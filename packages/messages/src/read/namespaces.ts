/**
 * Namespace prefixes in scope. Own handling is faster than the parser's, because few elements
 * declare any.
 */
import { isName } from "./xml-characters.ts";

const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
const XSI_NAMESPACE = "http://www.w3.org/2001/XMLSchema-instance";

/** A qualified name, split and checked. */
interface SplitName {
  readonly local: string;
  readonly prefix: string;
  readonly isPrefixed: boolean;
}

interface Scope {
  readonly depth: number;
  readonly prefixes: ReadonlyMap<string, string>;
}

/** Names of all messages so far: they use few, and splitting and checking costs. */
const splitNames = new Map<string, SplitName>();
const SPLIT_LIMIT = 4_000;
const SPLIT_LENGTH = 64;

/** Thrown for text that is XML but not namespace-well-formed. */
export class NamespaceError extends Error {}

export class Namespaces {
  #scope: Scope = { depth: 0, prefixes: new Map([["xml", XML_NAMESPACE]]) };
  readonly #outer: Scope[] = [];
  #lastPrefix: string | undefined;
  #lastNamespace = "";

  /** Opens an element: takes its declarations and gives the attributes that are data. */
  enter(
    depth: number,
    attributes: Readonly<Record<string, string>>,
  ): Record<string, string> | undefined {
    let declared: Map<string, string> | undefined;
    let data: Record<string, string> | undefined;
    for (const name in attributes) {
      const value = attributes[name] ?? "";
      if (name === "xmlns" || name.startsWith("xmlns:")) {
        declared ??= new Map(this.#scope.prefixes);
        const prefix = name === "xmlns" ? "" : name.slice(6);
        checkDeclaration(prefix, value);
        declared.set(prefix, value);
      } else {
        data ??= Object.create(null) as Record<string, string>;
        data[name] = value;
      }
    }
    if (declared) {
      this.#outer.push(this.#scope);
      this.#scope = { depth, prefixes: declared };
      this.#lastPrefix = undefined;
    }
    return data && this.#withoutHints(data);
  }

  leave(depth: number): void {
    if (this.#scope.depth !== depth || depth === 0) return;
    const outer = this.#outer.pop();
    if (!outer) return;
    this.#scope = outer;
    this.#lastPrefix = undefined;
  }

  namespaceOf({ prefix, isPrefixed }: SplitName): string {
    if (prefix === this.#lastPrefix) return this.#lastNamespace;
    const declared = this.#scope.prefixes.get(prefix);
    if (declared === undefined && isPrefixed) {
      throw new NamespaceError(`The prefix ${prefix} is not declared.`);
    }
    this.#lastPrefix = prefix;
    this.#lastNamespace = declared ?? "";
    return this.#lastNamespace;
  }

  /** Hints where a schema may be found are no data; no schema is ever fetched. */
  #withoutHints(data: Record<string, string>): Record<string, string> | undefined {
    let left: Record<string, string> | undefined;
    for (const name in data) {
      if (name.includes(":")) {
        const split = splitName(name);
        const { local } = split;
        const namespace = this.namespaceOf(split);
        const isHint = local === "schemaLocation" || local === "noNamespaceSchemaLocation";
        if (isHint && namespace === XSI_NAMESPACE) continue;
      }
      left ??= Object.create(null) as Record<string, string>;
      left[name] = data[name] ?? "";
    }
    return left;
  }
}

export function splitName(name: string): SplitName {
  const known = splitNames.get(name);
  if (known) return known;
  if (!isName(name)) throw new NamespaceError(`${name} is not a proper name.`);
  const colon = name.indexOf(":");
  const isPrefixed = colon !== -1;
  const local = isPrefixed ? name.slice(colon + 1) : name;
  const prefix = isPrefixed ? name.slice(0, colon) : "";
  if ((isPrefixed && prefix === "") || local.includes(":") || !isName(local)) {
    throw new NamespaceError(`${name} is not a qualified name.`);
  }
  const split = { local, prefix, isPrefixed };
  if (name.length <= SPLIT_LENGTH) {
    if (splitNames.size >= SPLIT_LIMIT) splitNames.clear();
    splitNames.set(name, split);
  }
  return split;
}

function checkDeclaration(prefix: string, value: string): void {
  const isXml = (prefix === "xml") !== (value === XML_NAMESPACE);
  const isReserved = isXml || prefix === "xmlns" || value === XMLNS_NAMESPACE;
  if (isReserved || prefix.includes(":")) throw new NamespaceError(`xmlns:${prefix} is reserved.`);
  if (prefix !== "" && value === "") throw new NamespaceError(`xmlns:${prefix} may not be empty.`);
}
