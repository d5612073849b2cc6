/** Namespace prefixes in scope. Own handling is faster than the parser's, because few elements declare any. */
const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
const XSI_NAMESPACE = "http://www.w3.org/2001/XMLSchema-instance";

export interface ResolvedName {
  readonly local: string;
  readonly namespace: string;
}

interface Scope {
  readonly depth: number;
  readonly prefixes: ReadonlyMap<string, string>;
  readonly names: Map<string, ResolvedName>;
}

/** Thrown for text that is XML but not namespace-well-formed. */
export class NamespaceError extends Error {}

export class Namespaces {
  #scope: Scope = { depth: 0, prefixes: new Map([["xml", XML_NAMESPACE]]), names: new Map() };
  readonly #outer: Scope[] = [];

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
      this.#scope = { depth, prefixes: declared, names: new Map() };
    }
    return data && this.#withoutHints(data);
  }

  leave(depth: number): void {
    if (this.#scope.depth !== depth || depth === 0) return;
    const outer = this.#outer.pop();
    if (outer) this.#scope = outer;
  }

  resolve(name: string): ResolvedName {
    const known = this.#scope.names.get(name);
    if (known) return known;
    const colon = name.indexOf(":");
    const local = colon === -1 ? name : name.slice(colon + 1);
    const prefix = colon === -1 ? "" : name.slice(0, colon);
    const namespace = this.#namespaceOf(prefix, colon !== -1);
    if (local === "" || local.includes(":") || /^[-.0-9]/.test(local)) {
      throw new NamespaceError(`The name ${name} is not a qualified name.`);
    }
    const resolved = { local, namespace };
    this.#scope.names.set(name, resolved);
    return resolved;
  }

  #namespaceOf(prefix: string, isPrefixed: boolean): string {
    const namespace = this.#scope.prefixes.get(prefix);
    if (namespace !== undefined && (prefix !== "" || !isPrefixed)) return namespace;
    if (!isPrefixed) return "";
    throw new NamespaceError(`The prefix ${prefix} is not declared.`);
  }

  /** Hints where a schema may be found are no data; no schema is ever fetched. */
  #withoutHints(data: Record<string, string>): Record<string, string> | undefined {
    let left: Record<string, string> | undefined;
    for (const name in data) {
      if (name.includes(":")) {
        const { local, namespace } = this.resolve(name);
        const isHint = local === "schemaLocation" || local === "noNamespaceSchemaLocation";
        if (isHint && namespace === XSI_NAMESPACE) continue;
      }
      left ??= Object.create(null) as Record<string, string>;
      left[name] = data[name] ?? "";
    }
    return left;
  }
}

function checkDeclaration(prefix: string, value: string): void {
  const isXml = (prefix === "xml") !== (value === XML_NAMESPACE);
  const isReserved = isXml || prefix === "xmlns" || value === XMLNS_NAMESPACE;
  if (isReserved || prefix.includes(":")) throw new NamespaceError(`xmlns:${prefix} is reserved.`);
  if (prefix !== "" && value === "") throw new NamespaceError(`xmlns:${prefix} may not be empty.`);
}
