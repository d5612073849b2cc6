/**
 * Which classes are arrays in JSON. A class is an array below its parent class when it may
 * repeat there in any base message, so that its shape never depends on the message it stands in.
 */
import type { StructureNode } from "./definition.ts";
import { baseStructures } from "./standard/index.ts";

/** `Parent/Child` for every pair that may repeat somewhere in these structures. */
export function repeatingPairs(structures: Iterable<StructureNode>): Set<string> {
  const pairs = new Set<string>();
  const visit = (node: StructureNode): void => {
    for (const child of node.children) {
      if (child.max > 1) pairs.add(`${node.name}/${child.name}`);
      visit(child);
    }
  };
  for (const structure of structures) visit(structure);
  return pairs;
}

/** `Parent/Child` pairs that are arrays in the canonical JSON of base messages. */
export const basePairs: ReadonlySet<string> = repeatingPairs(Object.values(baseStructures));
