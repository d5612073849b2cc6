/**
 * Documents made at random from a message's plan: everything the data model allows, within its
 * formats.
 */
import type { WcoDocument } from "@customhouse/model";
import fc from "fast-check";
import { parseFormat } from "../src/check/leaf-rule.ts";
import type { Codec, PlanNode } from "../src/index.ts";

const CODE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-/_.&<>\"'é漢";
const TEXT = `${CODE} ,;:()😀\u00a0`;

type Value = fc.Arbitrary<string>;
type Node = Record<string, unknown>;

export function arbitraryMessage(codec: Codec, type: string): fc.Arbitrary<WcoDocument> {
  const plan = codec.plans.get(type);
  if (!plan) throw new Error(`No message ${type}`);
  const { discriminator } = plan.definition;
  const message = arbitraryClass(plan.root, 0).map((node) => {
    const taken = { ...node };
    // Other messages of the same root are told apart by this element.
    if (discriminator) taken[discriminator.element] = discriminator.in[0];
    else if (type === "declaration") taken.TypeCode = "IMA";
    return inOrder(plan.root, taken);
  });
  const envelope = codec.envelope;
  if (!envelope?.types.has(type)) return message.map((node) => ({ [plan.root.name]: node }));
  return fc
    .tuple(arbitraryClass(envelope.root, 0), message)
    .map(([outer, node]) => ({ [envelope.root.name]: outer, [plan.root.name]: node }));
}

function inOrder(plan: PlanNode, node: Node): Node {
  const ordered: Node = {};
  for (const { name } of plan.children) {
    for (const key of Object.keys(node)) {
      if (key === name || key.startsWith(`${name}@`)) ordered[key] = node[key];
    }
  }
  return ordered;
}

function arbitraryClass(plan: PlanNode, depth: number): fc.Arbitrary<Node> {
  const parts = plan.children.map((child) => arbitraryPlace(child, depth));
  return fc.tuple(...parts).map((nodes) => Object.assign({}, ...nodes) as Node);
}

function arbitraryPlace(plan: PlanNode, depth: number): fc.Arbitrary<Node> {
  const one = plan.leaf ? arbitraryLeaf(plan) : undefined;
  const present: fc.Arbitrary<Node> =
    one ?? arbitraryRepetitions(plan, depth).map((value) => ({ [plan.name]: value }));
  if (plan.min > 0) return present;
  return fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: present });
}

function arbitraryRepetitions(plan: PlanNode, depth: number): fc.Arbitrary<unknown> {
  const inner = fc.constant(null).chain(() => arbitraryClass(plan, depth + 1));
  if (!plan.isArray) return inner;
  return fc.array(inner, { minLength: 1, maxLength: Math.min(2, plan.max) });
}

function arbitraryLeaf(plan: PlanNode): fc.Arbitrary<Node> {
  const { leaf } = plan;
  if (!leaf) throw new Error("not a leaf");
  const value = leaf.only ? fc.constantFrom(...leaf.only) : arbitraryValue(plan);
  const withValue = value.map((text): Node => ({ [plan.name]: text }));
  const { main } = leaf.attributes;
  if (main === undefined) return withValue;
  const attribute = fc.constantFrom(...(ATTRIBUTE_VALUES[main] ?? ["x"]));
  const both = fc
    .tuple(withValue, attribute)
    .map(([node, text]): Node => ({ ...node, [`${plan.name}@${main}`]: text }));
  return leaf.attributes.required ? both : fc.oneof(withValue, both);
}

const ATTRIBUTE_VALUES: Readonly<Record<string, readonly string[]>> = {
  currencyID: ["GBP", "EUR"],
  formatCode: ["102", "304"],
  unitCode: ["KGM", "C62", "a&b"],
};

function arbitraryValue({ leaf }: PlanNode): Value {
  if (!leaf) throw new Error("not a leaf");
  const format = parseFormat(leaf.element.format);
  const length = Math.min(format.length, 20);
  const minLength = format.exact ? length : 1;
  switch (leaf.dataType) {
    case "DateTime":
      return fc.constantFrom("20240229", "20231231235959Z", "20240101000000+01");
    case "Indicator":
      return fc.constantFrom("true", "false");
    case "Code":
      return textOf(
        format.letters === "a" ? "GBUS" : format.letters === "n" ? "0123" : CODE,
        minLength,
        length,
      );
    case "ID":
    case "Text":
      // Where blanks are collapsed, the canonical value has none to collapse.
      if (leaf.rule.collapse) return textOf(CODE, minLength, length);
      return textOf(format.letters === "n" ? "0123" : TEXT, minLength, length).map((text) =>
        text.trim() === "" ? "x" : text,
      );
    default: {
      const whole = Math.min(format.length - format.decimals, 9);
      return fc
        .tuple(fc.integer({ min: 0, max: 10 ** whole - 1 }), fc.integer({ min: 0, max: 99 }))
        .map(([a, b]) => (format.decimals > 1 ? `${a}.${String(b).padStart(2, "0")}` : `${a}`));
    }
  }
}

function textOf(characters: string, minLength: number, maxLength: number): Value {
  return fc
    .array(fc.constantFrom(...characters), { minLength, maxLength })
    .map((list) => list.join(""));
}
