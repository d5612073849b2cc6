/**
 * Reads the two notations in which the standard is written down here: the dictionary and the
 * message outline.
 */
import type {
  ClassDefinition,
  ConfidentialityLabel,
  DataType,
  ElementDefinition,
  StructureNode,
} from "../definition.ts";

const CLASS_LINE = /^(\S+) (\S+) (\w+) \| (.+)$/;
const ELEMENT_LINE = /^ {2}(\S+) (\S+) (\S+) (\S+) (\w+)(?: (\w+))? \| (.+)$/;
const OUTLINE_LINE = /^( *)([\w.:-]+)(?: (\d+)(?:\.\.(\d+|\*))?)?(?: : (\w+))?$/;

/**
 * Dictionary: one line per class (`Name WcoId label | definition`), below it one line per
 * element (`  Name WcoId TDED format DataType [label] | definition`). `-` stands for a number
 * the public sources do not give.
 */
export function parseDictionary(text: string, source: string): ClassDefinition[] {
  const classes: ClassDefinition[] = [];
  let elements: Record<string, ElementDefinition> = {};
  let classLabel = "party";
  for (const line of linesOf(text)) {
    const ofElement = ELEMENT_LINE.exec(line);
    if (ofElement) {
      const [, name = "", wcoId = "", tded = "", format = "", dataType, label, definition = ""] =
        ofElement;
      elements[name] = {
        name,
        wcoId: wcoId === "-" ? "" : wcoId,
        ...(tded === "-" ? {} : { tded }),
        format,
        dataType: dataType as DataType,
        definition,
        label: (label ?? classLabel) as ConfidentialityLabel,
        source,
      };
      continue;
    }
    const ofClass = CLASS_LINE.exec(line);
    if (!ofClass) throw new Error(`Dictionary line not understood: ${line}`);
    const [, name = "", wcoId = "", label = "", definition = ""] = ofClass;
    elements = {};
    classLabel = label;
    classes.push({ name, wcoId: wcoId === "-" ? "" : wcoId, definition, elements, source });
  }
  return classes;
}

/** A class that several dictionaries speak of has the elements of all of them. */
export function mergeClasses(
  definitions: readonly ClassDefinition[],
): Record<string, ClassDefinition> {
  const merged: Record<string, ClassDefinition> = {};
  for (const definition of definitions) {
    const earlier = merged[definition.name];
    merged[definition.name] = earlier
      ? { ...earlier, elements: { ...earlier.elements, ...definition.elements } }
      : definition;
  }
  return merged;
}

/** Whether a name in an outline, below a class of the given name, is itself a class. */
export type ClassTest = (name: string, parent: string | undefined) => boolean;

/**
 * Outline: one line per place in a message, indented by two spaces per level, with the cardinality
 * (`1`, `1..*`, `0..999`; none means `0..1`) and, where its content is shared, ` : Fragment`.
 */
export function parseStructure(
  text: string,
  isClass: ClassTest,
  fragments: Readonly<Record<string, readonly StructureNode[]>> = {},
): StructureNode[] {
  const roots: StructureNode[] = [];
  const open: StructureNode[][] = [roots];
  const names: string[] = [];
  for (const line of linesOf(text)) {
    const match = OUTLINE_LINE.exec(line);
    if (!match) throw new Error(`Outline line not understood: ${line}`);
    const [, indent = "", name = "", low, high, fragment] = match;
    const depth = indent.length / 2;
    const shared = fragment === undefined ? [] : fragments[fragment];
    if (shared === undefined) throw new Error(`Outline names an unknown fragment: ${line}`);
    const children: StructureNode[] = [...shared];
    const kind = isClass(name, names[depth - 1]) ? "class" : "element";
    const node: StructureNode = { name, kind, ...cardinality(low, high), children };
    const siblings = open[depth];
    if (!siblings) throw new Error(`Outline line is indented too far: ${line}`);
    siblings.push(node);
    open[depth + 1] = children;
    names[depth] = name;
    open.length = depth + 2;
  }
  return roots;
}

/**
 * Fragments are outlines whose top lines are the fragment names; a fragment may use those above
 * it.
 */
export function parseFragments(
  text: string,
  isClass: ClassTest,
): Record<string, readonly StructureNode[]> {
  const fragments: Record<string, readonly StructureNode[]> = {};
  for (const block of text.trim().split(/\n(?=\S)/)) {
    for (const node of parseStructure(block, isClass, fragments)) {
      fragments[node.name] = node.children;
    }
  }
  return fragments;
}

function cardinality(low: string | undefined, high: string | undefined) {
  if (low === undefined) return { min: 0, max: 1 };
  const min = Number(low);
  if (high === undefined) return { min, max: min };
  return { min, max: high === "*" ? Number.POSITIVE_INFINITY : Number(high) };
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}
