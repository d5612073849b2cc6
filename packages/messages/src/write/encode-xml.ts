/** Canonical document to XML, in the schema's order: fixed prefixes, no comments, UTF-8. */
import { isNode, type MessageProfile, type WcoDocument } from "@customhouse/model";
import { compileMessages } from "../plan/compile.ts";
import type { Codec, PlanNode } from "../plan/plan.ts";

export interface EncodeOptions {
  /** Line breaks and two spaces per level; absent: none, the canonical form. */
  readonly pretty?: boolean;
}

/**
 * XML text of a message. The message's namespace is the default one; the envelope has the prefix
 * `md`, dates `ds`, others `n1`, `n2`... Without an envelope in the document none is written.
 * Throws for a message type the profile lacks.
 */
export function encodeXml(
  document: WcoDocument,
  messageType: string,
  profile: MessageProfile,
  options: EncodeOptions = {},
): string {
  const codec = compileMessages(profile);
  const plan = codec.plans.get(messageType);
  if (!plan) throw new Error(`The profile of ${profile.country} has no message ${messageType}`);
  const writer = new XmlWriter(options.pretty === true);
  writer.text('<?xml version="1.0" encoding="UTF-8"?>');
  const envelope = codec.envelope?.types.has(messageType) ? codec.envelope : undefined;
  const inside = envelope && document[envelope.root.name];
  const message = document[plan.root.name];
  if (!isNode(message)) throw new Error(`The document has no ${plan.root.name}`);
  if (envelope && isNode(inside)) writeEnvelope(writer, envelope, inside, plan.root, message);
  else writer.root(plan.root, message, [plan.root.namespace, ""], 0);
  return writer.result();
}

function writeEnvelope(
  writer: XmlWriter,
  envelope: NonNullable<Codec["envelope"]>,
  inside: Readonly<Record<string, unknown>>,
  root: PlanNode,
  message: Readonly<Record<string, unknown>>,
): void {
  writer.prefix(envelope.root.namespace, "md");
  writer.open(envelope.root, ` xmlns:md="${attribute(envelope.root.namespace)}"`, 0);
  writer.content(envelope.root, inside, 1);
  writer.root(root, message, [root.namespace, ""], 1);
  writer.close(envelope.root, 0);
}

type NamespacePrefix = readonly [namespace: string, prefix: string];

class XmlWriter {
  readonly #pretty: boolean;
  readonly #prefixes = new Map<string, string>();
  #out = "";

  constructor(pretty: boolean) {
    this.#pretty = pretty;
  }

  result(): string {
    return this.#pretty ? `${this.#out}\n` : this.#out;
  }

  text(text: string): void {
    this.#out += text;
  }

  prefix(namespace: string, prefix: string): void {
    this.#prefixes.set(namespace, prefix);
  }

  /** Declares every namespace of the message on its root. */
  root(
    plan: PlanNode,
    node: Readonly<Record<string, unknown>>,
    [namespace, prefix]: NamespacePrefix,
    level: number,
  ): void {
    this.prefix(namespace, prefix);
    const others = new Set(namespacesIn(plan, node));
    others.delete(namespace);
    let declarations = namespace === "" ? "" : ` xmlns="${attribute(namespace)}"`;
    for (const [at, other] of [...others].sort().entries()) {
      const name = at === 0 ? "ds" : `n${at}`;
      this.prefix(other, name);
      declarations += ` xmlns:${name}="${attribute(other)}"`;
    }
    this.open(plan, declarations, level);
    this.content(plan, node, level + 1);
    this.close(plan, level);
  }

  open(plan: PlanNode, attributes: string, level: number): void {
    this.#indent(level);
    this.#out += `<${this.#tag(plan.xmlName, plan.namespace)}${attributes}>`;
  }

  close(plan: PlanNode, level: number): void {
    this.#indent(level);
    this.#out += `</${this.#tag(plan.xmlName, plan.namespace)}>`;
  }

  content(plan: PlanNode, node: Readonly<Record<string, unknown>>, level: number): void {
    for (const child of plan.children) {
      const value = node[child.name];
      if (value === undefined) continue;
      for (const item of Array.isArray(value) ? value : [value]) {
        if (child.leaf) this.#leaf(child, String(item), node, level);
        else if (isNode(item)) {
          this.open(child, "", level);
          this.content(child, item, level + 1);
          this.close(child, level);
        }
      }
    }
  }

  #leaf(
    plan: PlanNode,
    value: string,
    node: Readonly<Record<string, unknown>>,
    level: number,
  ): void {
    this.#indent(level);
    const name = this.#tag(plan.xmlName, plan.namespace);
    let attributes = "";
    for (const attributeName of Object.keys(plan.leaf?.attributes.allowed ?? {})) {
      const given = node[`${plan.name}@${attributeName}`];
      if (typeof given === "string") attributes += ` ${attributeName}="${attribute(given)}"`;
    }
    if (plan.leaf?.dataType !== "DateTime") {
      this.#out += `<${name}${attributes}>${content(value)}</${name}>`;
      return;
    }
    const inner = this.#tag("DateTimeString", plan.leaf.dateTimeNamespace);
    this.#out += `<${name}><${inner}${attributes}>${content(value)}</${inner}></${name}>`;
  }

  #tag(name: string, namespace: string): string {
    const prefix = this.#prefixes.get(namespace);
    return prefix === undefined || prefix === "" ? name : `${prefix}:${name}`;
  }

  #indent(level: number): void {
    if (this.#pretty) this.#out += `\n${"  ".repeat(level)}`;
  }
}

/** Namespaces that occur in a message: only these are declared. */
function* namespacesIn(plan: PlanNode, node: Readonly<Record<string, unknown>>): Iterable<string> {
  for (const child of plan.children) {
    const value = node[child.name];
    if (value === undefined) continue;
    yield child.namespace;
    if (child.leaf?.dataType === "DateTime") yield child.leaf.dateTimeNamespace;
    for (const item of Array.isArray(value) ? value : [value]) {
      if (!child.leaf && isNode(item)) yield* namespacesIn(child, item);
    }
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** A carriage return would be read back as a line feed, so it is escaped. */
function content(value: string): string {
  return /[&<>\r]/.test(value) ? value.replace(/[&<>\r]/g, (c) => ESCAPES[c] ?? c) : value;
}

function attribute(value: string): string {
  return /[&<>"\t\n\r]/.test(value)
    ? value.replace(/[&<>"\t\n\r]/g, (c) => ESCAPES[c] ?? c)
    : value;
}
