/**
 * The standard as typed data: every class and element we know, and the structure of every base
 * message.
 */
import type { ClassDefinition, MessageDefinition, StructureNode } from "../definition.ts";
import { answers } from "./dictionary/answers.ts";
import { documents } from "./dictionary/documents.ts";
import { goods } from "./dictionary/goods.ts";
import { money } from "./dictionary/money.ts";
import { parties } from "./dictionary/parties.ts";
import { roots } from "./dictionary/roots.ts";
import { supplement } from "./dictionary/supplement.ts";
import { transport } from "./dictionary/transport.ts";
import { cancellation } from "./messages/cancellation.ts";
import { cargoFragments, cargoReport, conveyanceReport } from "./messages/cargo.ts";
import { declaration } from "./messages/declaration.ts";
import { envelope } from "./messages/envelope.ts";
import { fragments as sharedFragments } from "./messages/fragments.ts";
import { lpco, lpcoApplication, permitFragments, traderMasterData } from "./messages/permits.ts";
import { response } from "./messages/response.ts";
import { mergeClasses, parseDictionary, parseFragments, parseStructure } from "./notation.ts";

const WCO = "WCO DM 3.6, GB customisation";
const SUPPLEMENT = "WCO DM, outside the GB customisation";
const OWN = "own arrangement of WCO DM classes";

/** Every class, by its name (XML tag, JSON key). */
export const classes: Readonly<Record<string, ClassDefinition>> = mergeClasses([
  ...parseDictionary([parties, goods, transport, documents, money, answers].join("\n"), WCO),
  ...parseDictionary(supplement, SUPPLEMENT),
  ...parseDictionary(roots, OWN),
]);

/** `Authentication` names a class and the element inside it: below its class it is the element. */
export function isClassName(name: string, parent: string | undefined): boolean {
  if (parent !== undefined && classes[parent]?.elements[name]) return false;
  return Object.hasOwn(classes, name);
}

const fragments = parseFragments(
  `${sharedFragments.trim()}\n${cargoFragments.trim()}\n${permitFragments.trim()}`,
  isClassName,
);

function rootOf(outline: string): StructureNode {
  const [root] = parseStructure(outline, isClassName, fragments);
  if (!root) throw new Error("A message outline has no root");
  return root;
}

/**
 * A notification of a correction carries the corrected data as a declaration of its own beside
 * the usual one.
 */
function withCorrection(root: StructureNode): StructureNode {
  const place = { name: "CorrectedDeclaration", kind: "class", embeds: "declaration" } as const;
  return { ...root, children: [...root.children, { ...place, min: 0, max: 1, children: [] }] };
}

/** Base structures (BIP): what WCO messages may hold, before any country narrows them. */
export const baseStructures = {
  declaration: rootOf(declaration),
  response: withCorrection(rootOf(response)),
  cancellation: rootOf(cancellation),
  cargoReport: rootOf(cargoReport),
  conveyanceReport: rootOf(conveyanceReport),
  lpcoApplication: rootOf(lpcoApplication),
  lpco: rootOf(lpco),
  traderMasterData: rootOf(traderMasterData),
} as const;

/** The envelope, `MetaData`, that stands beside a message. */
export const envelopeStructure: StructureNode = rootOf(envelope);

/** Namespaces of the messages whose arrangement is our own. */
export const ownMessages: readonly MessageDefinition[] = (
  ["cargoReport", "conveyanceReport", "lpcoApplication", "lpco", "traderMasterData"] as const
).map((type) => ({
  type,
  namespace: `urn:customhouse:${type}:1`,
  structure: baseStructures[type],
}));
