/** Compiles a country's message profile into plans. */
import {
  ATTRIBUTES,
  type AttributeUse,
  classes as baseClasses,
  basePairs,
  type ClassDefinition,
  type ElementDefinition,
  type MessageDefinition,
  type MessageExtension,
  type MessageProfile,
  repeatingPairs,
  type StructureNode,
  type ValueRestriction,
} from "@customhouse/model";
import { compileLeafRule } from "../check/leaf-rule.ts";
import type { Codec, LeafPlan, MessagePlan, PlanNode } from "./plan.ts";

const codecs = new WeakMap<MessageProfile, Codec>();
const NO_ATTRIBUTES: AttributeUse = { allowed: {} };

/**
 * The codec of a profile; the same profile object gives the same codec. Throws when the
 * profile's data is inconsistent.
 */
export function compileMessages(profile: MessageProfile): Codec {
  const known = codecs.get(profile);
  if (known) return known;
  const codec = compile(profile);
  codecs.set(profile, codec);
  return codec;
}

interface Context {
  readonly classes: ReadonlyMap<string, Pick<ClassDefinition, "wcoId" | "elements">>;
  readonly extensions: readonly MessageExtension[];
  readonly pairs: ReadonlySet<string>;
  readonly messages: ReadonlyMap<string, MessageDefinition>;
  readonly namespace: string;
  readonly definition: Pick<
    MessageDefinition,
    "restrictions" | "blankValues" | "identifierBlanks" | "dateTimeNamespace"
  >;
}

function compile(profile: MessageProfile): Codec {
  const classes = dictionaryOf(profile.extensions);
  const pairs = repeatingPairs([
    ...profile.messages.map((message) => message.structure),
    ...profile.extensions.map(asStructure),
  ]);
  for (const pair of basePairs) pairs.add(pair);
  const messages = new Map(profile.messages.map((message) => [message.type, message]));
  const shared = { classes, pairs, messages, extensions: profile.extensions };
  const plans = new Map<string, MessagePlan>();
  const byRoot = new Map<string, MessagePlan[]>();
  for (const definition of profile.messages) {
    const context = { ...shared, namespace: definition.namespace, definition };
    const root = compileNode(definition.structure, { parent: "", path: "", index: 0 }, context);
    const plan: MessagePlan = { type: definition.type, root, definition };
    if (plans.has(plan.type)) throw new Error(`Two messages of type ${plan.type}`);
    plans.set(plan.type, plan);
    byRoot.set(root.name, [...(byRoot.get(root.name) ?? []), plan]);
  }
  return {
    country: profile.country,
    plans,
    byRoot,
    envelope: compileEnvelope(profile, shared),
    acceptsMissingNamespaces: profile.missingNamespaces === "accepted",
  };
}

function compileEnvelope(
  profile: MessageProfile,
  shared: Pick<Context, "classes" | "pairs" | "messages" | "extensions">,
): Codec["envelope"] {
  if (!profile.envelope) return undefined;
  const { namespace, structure, types } = profile.envelope;
  const context = { ...shared, namespace, definition: {} };
  const root = compileNode(structure, { parent: "", path: "", index: 0 }, context);
  return { root, types: new Set(types) };
}

function dictionaryOf(extensions: readonly MessageExtension[]): Context["classes"] {
  const classes = new Map<string, Pick<ClassDefinition, "wcoId" | "elements">>(
    Object.entries(baseClasses),
  );
  for (const extension of extensions) {
    const base = classes.get(extension.class);
    const added = extension.elements.map((element) => [element.name, element] as const);
    classes.set(extension.class, {
      wcoId: base?.wcoId || extension.wcoId || "",
      elements: { ...base?.elements, ...Object.fromEntries(added) },
    });
  }
  return classes;
}

function asStructure(extension: MessageExtension): StructureNode {
  return { name: extension.class, kind: "class", min: 1, max: 1, children: extension.children };
}

/**
 * `path` is slash-separated from the message root, root excluded; `name` the JSON key where it
 * is not the tag.
 */
interface Place {
  readonly parent: string;
  readonly path: string;
  readonly index: number;
  readonly name?: string;
  readonly alternative?: PlanNode | undefined;
}

function compileNode(node: StructureNode, place: Place, context: Context): PlanNode {
  const { parent, path, index } = place;
  const common = {
    name: place.name ?? node.name,
    xmlName: node.name,
    alternative: place.alternative,
    namespace: context.namespace,
    index,
    min: node.min,
    max: node.max,
    isArray: node.max > 1 || context.pairs.has(`${parent}/${node.name}`),
  };
  if (node.kind === "element") {
    const isOptional = node.min === 0 && !common.isArray;
    const leaf = leafOf(node.name, { ...place, isOptional }, context);
    const maps = { byName: new Map(), byXmlName: new Map(), byWcoId: new Map() };
    return { ...common, ...maps, wcoId: leaf.element.wcoId, leaf, children: [], required: [] };
  }
  const children = compileChildren(node, path, context);
  const withId = children.filter((child) => child.wcoId !== "");
  return {
    ...common,
    wcoId: context.classes.get(node.name)?.wcoId ?? "",
    leaf: undefined,
    children,
    byName: new Map(children.map((child) => [child.name, child])),
    byXmlName: new Map(children.toReversed().map((child) => [child.xmlName, child])),
    byWcoId: new Map(withId.toReversed().map((child) => [child.wcoId, child])),
    required: children.filter((child) => child.min > 0),
  };
}

/** From the last to the first, so that a place knows a later one with the same tag. */
function compileChildren(node: StructureNode, path: string, context: Context): PlanNode[] {
  const children: PlanNode[] = [];
  for (const [index, child] of [...placesOf(node, context).entries()].reverse()) {
    const below = { parent: node.name, path: joined(path, child.node.name), index };
    const { embeds } = child.node;
    const embedded = embeds === undefined ? undefined : context.messages.get(embeds);
    if (embeds !== undefined && !embedded) continue;
    const inner = embedded
      ? { ...context, namespace: embedded.namespace, definition: embedded }
      : { ...context, namespace: child.namespace };
    const tag = embedded?.structure.name ?? child.node.name;
    const alternative = children.find((later) => later.xmlName === tag);
    const place = embedded ? { ...below, path: "", name: child.node.name } : below;
    const content = embedded ? { ...embedded.structure, min: child.node.min } : child.node;
    children.unshift(compileNode(content, { ...place, alternative }, inner));
  }
  return children;
}

function placesOf(node: StructureNode, context: Context) {
  const own = node.children.map((child) => ({ node: child, namespace: context.namespace }));
  const added = context.extensions
    .filter((extension) => extension.class === node.name)
    .flatMap((extension) =>
      extension.children.map((child) => ({
        node: child,
        namespace: extension.namespace ?? context.namespace,
      })),
    );
  return [...own, ...added];
}

function leafOf(
  name: string,
  { parent, path, isOptional }: Place & { readonly isOptional: boolean },
  context: Context,
): LeafPlan {
  const element: ElementDefinition | undefined = context.classes.get(parent)?.elements[name];
  if (!element) throw new Error(`The dictionary has no ${parent}/${name}`);
  const { restrictions, dateTimeNamespace } = context.definition;
  const restriction: ValueRestriction | undefined = restrictions?.find((r) => r.path === path);
  return {
    rule: compileLeafRule(element.format, element.dataType, context.definition),
    attributes: restriction?.noAttributes ? NO_ATTRIBUTES : ATTRIBUTES[element.dataType],
    dataType: element.dataType,
    element,
    isOptional,
    only: restriction && new Set(restriction.in),
    dateTimeNamespace: dateTimeNamespace ?? context.namespace,
  };
}

function joined(path: string, name: string): string {
  return path === "" ? name : `${path}/${name}`;
}
