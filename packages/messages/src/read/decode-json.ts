/**
 * Canonical JSON text to canonical document: the same structural checks as for XML, except
 * order.
 */
import { isNode, type WcoDocument } from "@customhouse/model";
import type { Limits } from "../limits.ts";
import type { Codec, MessagePlan, PlanNode } from "../plan/plan.ts";
import { type Findings, shown } from "./findings.ts";
import { checkValue, keepAttributes, type MutableNode } from "./finish-leaf.ts";
import { candidatesFor, choiceBy, firstChoice } from "./message-choice.ts";
import { passesJsonScan } from "./scan-json.ts";
import { SINGLE, Trail } from "./trail.ts";

/** Characters that XML cannot carry; a message has to fit both forms. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

export interface DecodedJson {
  readonly plan: MessagePlan | undefined;
  readonly document: WcoDocument;
}

export function decodeJson(
  text: string,
  codec: Codec,
  limits: Limits,
  findings: Findings,
): DecodedJson | undefined {
  if (!passesJsonScan(text, limits, findings)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    findings.whole("CH1010", "The text is not well-formed JSON.");
    return undefined;
  }
  return readDocument(value, codec, limits, findings);
}

/** Checks an object that is already parsed and gives it in canonical form. */
function readDocument(
  value: unknown,
  codec: Codec,
  limits: Limits,
  findings: Findings,
): DecodedJson | undefined {
  if (!isNode(value)) {
    findings.whole("CH1110", "A message is an object.");
    return undefined;
  }
  const document: WcoDocument = {};
  const reader = new NodeReader(findings, limits);
  const envelope = codec.envelope?.root;
  const roots = Object.keys(value).filter((name) => name !== envelope?.name);
  const [rootName] = roots;
  if (rootName === undefined || !codec.byRoot.has(rootName)) {
    const message = "The document holds no message of this country.";
    findings.whole("CH1100", message, rootName === undefined ? undefined : shown(rootName));
    return { plan: undefined, document };
  }
  if (roots.length > 1) findings.whole("CH1108", "There is more than one message in the document.");
  const plan = choose(codec, rootName, value[rootName]);
  if (envelope && Object.hasOwn(value, envelope.name)) {
    document[envelope.name] = reader.read(envelope, value[envelope.name], SINGLE);
  }
  if (!plan) {
    findings.whole("CH1100", `No message with the root ${rootName} fits.`);
    return { plan: undefined, document };
  }
  document[rootName] = reader.read(plan.root, value[rootName], SINGLE);
  return { plan, document };
}

function choose(codec: Codec, rootName: string, root: unknown): MessagePlan | undefined {
  const candidates = candidatesFor(codec, rootName, undefined);
  for (const { definition } of candidates) {
    const element = definition.discriminator?.element;
    const value = element !== undefined && isNode(root) ? root[element] : undefined;
    const chosen = typeof value === "string" && choiceBy(candidates, element ?? "", value);
    if (chosen) return chosen;
  }
  const first = firstChoice(candidates);
  return first?.definition.discriminator ? undefined : first;
}

class NodeReader {
  readonly #findings: Findings;
  readonly #limits: Limits;
  readonly #trail = new Trail();

  constructor(findings: Findings, limits: Limits) {
    this.#findings = findings;
    this.#limits = limits;
  }

  read(plan: PlanNode, value: unknown, position: number): MutableNode {
    this.#trail.push(plan, position);
    const result: MutableNode = {};
    if (isNode(value)) {
      this.#reportUnknown(plan, value);
      for (const child of plan.children) {
        if (Object.hasOwn(value, child.name)) this.#readChild(child, value, result);
        else if (child.min > 0)
          this.#report("CH1105", `The element ${child.name} is missing.`, child);
      }
    } else this.#report("CH1110", "An object is needed here.");
    this.#trail.pop();
    return result;
  }

  #readChild(child: PlanNode, value: Readonly<Record<string, unknown>>, result: MutableNode): void {
    const given = value[child.name];
    if (!child.isArray) {
      const read = this.#readOne(child, given, value, result, SINGLE);
      if (read !== undefined) result[child.name] = read;
      return;
    }
    if (!Array.isArray(given)) {
      this.#report("CH1110", "A list is needed here.", child);
      return;
    }
    if (given.length > child.max || given.length < child.min) {
      const message = `The element ${child.name} may occur ${child.min} to ${child.max} times.`;
      this.#report(given.length > child.max ? "CH1106" : "CH1105", message, child);
    }
    if (given.length === 0) return;
    const items = given.map((item, at) => this.#readOne(child, item, value, result, at));
    result[child.name] = items.filter((item) => item !== undefined);
  }

  #readOne(
    child: PlanNode,
    given: unknown,
    holder: Readonly<Record<string, unknown>>,
    result: MutableNode,
    position: number,
  ): unknown {
    if (!child.leaf) return this.read(child, given, position);
    this.#trail.push(child, position);
    const value = this.#readValue(child, given);
    if (value !== undefined) {
      const attributes = attributesOf(child.name, holder);
      // The value's key comes before those of its attributes.
      if (!child.isArray) result[child.name] = value;
      keepAttributes(child.leaf, child.name, attributes, result, this.#trail, this.#findings);
    }
    this.#trail.pop();
    return value;
  }

  #readValue(child: PlanNode, given: unknown): string | undefined {
    if (typeof given !== "string" || !child.leaf) {
      this.#report("CH1110", "A text is needed here; numbers are written as text too.");
      return undefined;
    }
    if (given.length > this.#limits.maxTextLength) {
      this.#report("CH1009", "The value is longer than is ever accepted.");
      return undefined;
    }
    if (NOT_IN_XML.test(given) || !given.isWellFormed()) {
      this.#report("CH1203", "The value holds a character that no message may hold.");
      return undefined;
    }
    return checkValue(child.leaf, given, this.#trail, this.#findings);
  }

  #reportUnknown(plan: PlanNode, value: Readonly<Record<string, unknown>>): void {
    for (const key of Object.keys(value)) {
      const [name = "", attribute] = splitKey(key);
      const child = plan.byName.get(name);
      if (child && attribute === undefined) continue;
      const isBeside = child?.leaf && attribute !== undefined && Object.hasOwn(value, name);
      if (isBeside && typeof value[key] === "string") continue;
      const path = this.#trail.path(shown(key));
      const code = attribute === undefined ? "CH1101" : "CH1102";
      const message = `The name ${shown(key)} is not known here.`;
      this.#findings.add({ code, path, pointer: this.#trail.pointer(), message });
    }
  }

  #report(code: string, message: string, child?: PlanNode): void {
    const pointer = this.#trail.pointer(child);
    this.#findings.add({ code, path: this.#trail.path(child?.name), pointer, message });
  }
}

function splitKey(key: string): [string, string | undefined] {
  const at = key.indexOf("@");
  return at === -1 ? [key, undefined] : [key.slice(0, at), key.slice(at + 1)];
}

function attributesOf(
  name: string,
  holder: Readonly<Record<string, unknown>>,
): Record<string, string> | undefined {
  let attributes: Record<string, string> | undefined;
  const start = `${name}@`;
  for (const key of Object.keys(holder)) {
    const value = holder[key];
    if (!key.startsWith(start) || typeof value !== "string") continue;
    attributes ??= Object.create(null) as Record<string, string>;
    attributes[key.slice(start.length)] = value;
  }
  return attributes;
}
