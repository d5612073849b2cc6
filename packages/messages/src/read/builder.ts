/**
 * Builds the canonical document from XML events and checks structure in the same pass: order,
 * cardinality, unknown names, formats. Whatever it cannot place it reports; nothing is dropped
 * silently.
 */
import type { WcoDocument } from "@customhouse/model";
import type { Codec, MessagePlan, PlanNode } from "../plan/plan.ts";
import { type Findings, shown } from "./findings.ts";
import {
  type Attributes,
  addUnknownAttribute,
  checkValue,
  keepAttributes,
  type MutableNode,
} from "./finish-leaf.ts";
import { candidatesFor, choiceBy, firstChoice } from "./message-choice.ts";
import { SINGLE, Trail } from "./trail.ts";

const NOT_BLANK = /[^ \t\n\r]/;
/** Count of date strings once one of them was refused. */
const REFUSED = -1;
const DATE_TIME_STRING = "DateTimeString";

interface Frame {
  plan: PlanNode;
  /** The object being filled; for a leaf, the object of its class. */
  node: MutableNode;
  /** Schema position of the last child, and how often that child has come. */
  last: number;
  count: number;
  text: string;
  attributes: Attributes | undefined;
  dateTimeStrings: number;
}

export class MessageBuilder {
  readonly document: WcoDocument = {};
  plan: MessagePlan | undefined;
  readonly #codec: Codec;
  readonly #findings: Findings;
  readonly #trail = new Trail();
  readonly #frames: Frame[] = [];
  readonly #maxTextLength: number;
  #depth = 0;
  #skipped = 0;
  #inDateTimeString = false;
  #candidates: readonly MessagePlan[] = [];
  #messageDepth = 0;
  #rootName = "";

  constructor(codec: Codec, findings: Findings, maxTextLength: number) {
    this.#codec = codec;
    this.#findings = findings;
    this.#maxTextLength = maxTextLength;
  }

  /** Whether the present element holds a value rather than elements. */
  get isInValue(): boolean {
    return this.#skipped === 0 && this.#frames[this.#depth - 1]?.plan.leaf !== undefined;
  }

  open(name: string, namespace: string, attributes: Attributes | undefined): void {
    if (this.#skipped > 0) {
      this.#skipped++;
      return;
    }
    const frame = this.#frames[this.#depth - 1];
    if (!frame) {
      this.#openOutside(name, namespace, attributes);
      return;
    }
    const { plan } = frame;
    if (plan.leaf) {
      this.#openInLeaf(frame, plan.leaf.dateTimeNamespace, name, namespace, attributes);
      return;
    }
    let child = plan.byXmlName.get(name);
    if (child?.alternative && this.#takesAlternative(frame, child, namespace)) {
      child = child.alternative;
    }
    if (!child) {
      if (this.#isEnvelope(plan) && this.#openMessage(name, namespace, attributes)) return;
      if (this.#isEnvelope(plan) && this.#codec.byRoot.has(name)) {
        this.#refuse("CH1103", name, `The element ${name} is in the wrong namespace.`, namespace);
        return;
      }
      this.#refuse("CH1101", name, `The element ${shown(name)} is not known here.`);
      return;
    }
    if (child.namespace !== namespace && !this.#isLax(namespace)) {
      this.#refuse("CH1103", name, `The element ${name} is in the wrong namespace.`, namespace);
      return;
    }
    this.#place(frame, child, attributes);
  }

  text(text: string): void {
    if (this.#skipped > 0) return;
    const frame = this.#frames[this.#depth - 1];
    if (!frame) return;
    const { leaf } = frame.plan;
    const isValue = leaf && (leaf.dataType !== "DateTime" || this.#inDateTimeString);
    if (isValue) {
      frame.text = frame.text === "" ? text : frame.text + text;
      return;
    }
    if (!NOT_BLANK.test(text)) return;
    const place = { path: this.#trail.path(), pointer: this.#trail.pointer() };
    const message = "There is text where only elements are allowed.";
    this.#findings.add({ code: "CH1107", ...place, message, found: shown(text.trim()) });
  }

  close(): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    if (this.#inDateTimeString) {
      this.#inDateTimeString = false;
      return;
    }
    const frame = this.#frames[this.#depth - 1];
    if (!frame) return;
    if (frame.plan.leaf) this.#closeLeaf(frame);
    else this.#checkRequired(frame);
    this.#depth--;
    this.#trail.pop();
  }

  /** After the last event. */
  end(): void {
    if (this.plan) {
      const { discriminator } = this.plan.definition;
      if (!discriminator || this.#isChosen(this.plan)) return;
      this.#findings.whole("CH1100", `No message with the root ${this.plan.root.name} fits.`);
      return;
    }
    if (this.#findings.list.length > 0) return;
    const found = shown(this.#rootName);
    this.#findings.whole("CH1100", "The document holds no message of this country.", found);
  }

  #isChosen(plan: MessagePlan): boolean {
    const { discriminator } = plan.definition;
    const root = this.document[plan.root.name] as MutableNode | undefined;
    const value = discriminator && root?.[discriminator.element];
    return typeof value === "string" && discriminator?.in.includes(value) === true;
  }

  #isLax(namespace: string): boolean {
    return namespace === "" && this.#codec.acceptsMissingNamespaces;
  }

  #isEnvelope(plan: PlanNode): boolean {
    return plan === this.#codec.envelope?.root;
  }

  /**
   * Two places share the tag: the namespace tells them apart, or, without namespaces, the order.
   */
  #takesAlternative(frame: Frame, child: PlanNode, namespace: string): boolean {
    if (this.#isLax(namespace)) return frame.node[child.name] !== undefined;
    return child.namespace !== namespace;
  }

  /** Outside any message: the envelope, a message, or a wrapper that may hold either. */
  #openOutside(name: string, namespace: string, attributes: Attributes | undefined): void {
    if (this.#rootName === "") this.#rootName = name;
    const envelope = this.#codec.envelope?.root;
    if (envelope?.name === name) {
      if (envelope.namespace === namespace || this.#isLax(namespace)) {
        this.#enterRoot(envelope, attributes);
        return;
      }
      this.#refuse("CH1103", name, `The element ${name} is in the wrong namespace.`, namespace);
      return;
    }
    if (this.#codec.byRoot.has(name)) {
      if (this.#openMessage(name, namespace, attributes)) return;
      this.#refuse("CH1103", name, `The element ${name} is in the wrong namespace.`, namespace);
    }
  }

  #openMessage(name: string, namespace: string, attributes: Attributes | undefined): boolean {
    const candidates = candidatesFor(this.#codec, name, namespace);
    const plan = firstChoice(candidates);
    if (!plan) return false;
    const enveloped = this.#depth > 0;
    if (enveloped && !this.#codec.envelope?.types.has(plan.type)) return false;
    if (this.plan) {
      this.#refuse("CH1108", name, "There is more than one message in the document.");
      return true;
    }
    if (enveloped) {
      const envelope = this.#frames[this.#depth - 1];
      if (envelope) envelope.last = envelope.plan.children.length;
    }
    this.plan = plan;
    this.#candidates = candidates;
    this.#enterRoot(plan.root, attributes);
    this.#messageDepth = this.#depth;
    return true;
  }

  /** In JSON the envelope stands beside the message, so the trail begins anew. */
  #enterRoot(plan: PlanNode, attributes: Attributes | undefined): void {
    if (plan.name in this.document) {
      this.#refuse("CH1108", plan.name, "There is more than one message in the document.");
      return;
    }
    const node: MutableNode = {};
    this.document[plan.name] = node;
    this.#trail.restart();
    this.#push(plan, node, SINGLE, undefined);
    for (const name in attributes) addUnknownAttribute(name, this.#trail, this.#findings);
  }

  #push(plan: PlanNode, node: MutableNode, position: number, attributes: Attributes | undefined) {
    const reused = this.#frames[this.#depth];
    if (reused) {
      reused.plan = plan;
      reused.node = node;
      reused.last = -1;
      reused.count = 0;
      reused.text = "";
      reused.attributes = attributes;
      reused.dateTimeStrings = 0;
    } else {
      const start = { last: -1, count: 0, text: "", dateTimeStrings: 0 };
      this.#frames[this.#depth] = { plan, node, attributes, ...start };
    }
    this.#depth++;
    this.#trail.push(plan, position);
  }

  /** A child of a class, at its place in the schema's sequence. */
  #place(frame: Frame, child: PlanNode, attributes: Attributes | undefined): void {
    if (child.index < frame.last) {
      this.#report("CH1104", child, `The element ${child.name} comes too late.`);
    } else if (child.index > frame.last) {
      frame.last = child.index;
      frame.count = 0;
    }
    frame.count++;
    const existing = frame.node[child.name];
    const position = child.isArray ? ((existing as unknown[] | undefined)?.length ?? 0) : SINGLE;
    if (position >= child.max || (position === SINGLE && existing !== undefined)) {
      const message = `The element ${child.name} may occur at most ${child.max} times.`;
      this.#report("CH1106", child, message);
      this.#skipped = 1;
      return;
    }
    if (child.leaf) {
      this.#push(child, frame.node, position, attributes);
      return;
    }
    const node: MutableNode = {};
    if (!child.isArray) frame.node[child.name] = node;
    else if (existing === undefined) frame.node[child.name] = [node];
    else (existing as unknown[]).push(node);
    this.#push(child, node, position, undefined);
    for (const name in attributes) addUnknownAttribute(name, this.#trail, this.#findings);
  }

  /** Only dates hold an element: `DateTimeString`, once. */
  #openInLeaf(
    frame: Frame,
    dateTimeNamespace: string,
    name: string,
    namespace: string,
    attributes: Attributes | undefined,
  ): void {
    const { leaf } = frame.plan;
    if (leaf?.dataType !== "DateTime" || name !== DATE_TIME_STRING || this.#inDateTimeString) {
      this.#refuse("CH1109", name, `The element ${frame.plan.name} holds a value, no elements.`);
      return;
    }
    if (namespace !== dateTimeNamespace && !this.#isLax(namespace)) {
      frame.dateTimeStrings = REFUSED;
      this.#refuse("CH1103", name, `The element ${name} is in the wrong namespace.`, namespace);
      return;
    }
    frame.dateTimeStrings++;
    if (frame.dateTimeStrings > 1) {
      this.#refuse("CH1106", name, `The element ${name} may occur at most once.`);
      return;
    }
    for (const wrong in frame.attributes) {
      addUnknownAttribute(wrong, this.#trail, this.#findings);
    }
    frame.attributes = attributes;
    this.#inDateTimeString = true;
  }

  #closeLeaf(frame: Frame): void {
    const { plan, node } = frame;
    const { leaf } = plan;
    if (!leaf) return;
    if (frame.text.length > this.#maxTextLength) {
      this.#findings.add({
        code: "CH1009",
        path: this.#trail.path(),
        pointer: this.#trail.pointer(),
        message: "The value is longer than is ever accepted.",
      });
      return;
    }
    if (frame.dateTimeStrings === REFUSED) return;
    if (leaf.dataType === "DateTime" && frame.dateTimeStrings === 0) {
      this.#report("CH1105", undefined, `The element ${DATE_TIME_STRING} is missing.`);
      return;
    }
    const value = checkValue(leaf, frame.text, this.#trail, this.#findings);
    if (plan.isArray) {
      const list = node[plan.name];
      if (list === undefined) node[plan.name] = [value];
      else (list as unknown[]).push(value);
    } else node[plan.name] = value;
    const { attributes } = frame;
    if (attributes !== undefined || leaf.attributes.required) {
      keepAttributes(leaf, plan.name, attributes, node, this.#trail, this.#findings);
    }
    if (this.#candidates.length > 1 && this.#depth === this.#messageDepth + 1) {
      this.#reconsider(plan.name, value);
    }
  }

  /**
   * A value such as `TypeCode` INV makes the message another one: what was read so far is asked
   * again.
   */
  #reconsider(element: string, value: string): void {
    const chosen = choiceBy(this.#candidates, element, value);
    const frame = this.#frames[this.#messageDepth - 1];
    if (!chosen || chosen === this.plan || !frame) return;
    const current = this.plan;
    this.plan = chosen;
    if (current?.root.children === chosen.root.children) return;
    const leaf = this.#frames[this.#depth - 1]?.plan;
    this.#trail.pop();
    this.#trail.pop();
    this.#trail.restart();
    this.#trail.push(chosen.root, SINGLE);
    frame.plan = chosen.root;
    frame.last = chosen.root.byName.get(element)?.index ?? -1;
    for (const name of Object.keys(frame.node)) this.#askAgain(frame.node, name);
    if (leaf) this.#trail.push(chosen.root.byName.get(element) ?? leaf, SINGLE);
  }

  #askAgain(node: MutableNode, name: string): void {
    const [element = "", attribute] = name.split("@");
    const plan = this.plan?.root.byName.get(element);
    const value = node[name];
    if (!plan) {
      const path = this.#trail.path(name);
      const pointer = this.#trail.pointer();
      const message = `The element ${name} is not known in this kind of message.`;
      this.#findings.add({ code: "CH1101", path, pointer, message });
      delete node[name];
    } else if (plan.leaf && typeof value === "string") {
      this.#trail.push(plan, SINGLE);
      if (attribute !== undefined) {
        if (!Object.hasOwn(plan.leaf.attributes.allowed, attribute)) {
          addUnknownAttribute(attribute, this.#trail, this.#findings);
        }
        this.#trail.pop();
        return;
      }
      checkValue(plan.leaf, value, this.#trail, this.#findings);
      this.#trail.pop();
    }
  }

  #checkRequired(frame: Frame): void {
    for (const child of frame.plan.required) {
      if (frame.node[child.name] !== undefined) continue;
      this.#report("CH1105", child, `The element ${child.name} is missing.`);
    }
    if (this.#isEnvelope(frame.plan) && !this.plan && this.#findings.list.length === 0) {
      this.#findings.whole("CH1100", "The envelope is empty.");
    }
  }

  /** A finding at the present place, or at a child of it. */
  #report(code: string, child: PlanNode | undefined, message: string): void {
    const pointer = this.#trail.pointer(child);
    this.#findings.add({ code, path: this.#trail.path(child?.name), pointer, message });
  }

  /** A finding for an element that is then passed over with everything in it. */
  #refuse(code: string, name: string, message: string, found?: string): void {
    const place = { path: this.#trail.path(shown(name)), pointer: this.#trail.pointer() };
    this.#findings.add({ code, ...place, message, ...(found === undefined ? {} : { found }) });
    this.#skipped = 1;
  }
}
