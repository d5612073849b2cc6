/** Reading places of a canonical document by path. */

/** Objects of a canonical document. */
export type DocumentNode = Readonly<Record<string, unknown>>;

const ATTRIBUTE = "@";

/**
 * Every leaf at `path`, in document order. `path` is slash-separated element names from `node`,
 * or from `root` when it starts with `/`. An attribute is named `Element@attribute`, or
 * `@attribute` after a slash.
 */
export function valuesAt(path: string, node: unknown, root: unknown): string[] {
  const values: string[] = [];
  someAt(path, node, root, (found) => {
    if (typeof found === "string") values.push(found);
    return false;
  });
  return values;
}

/** Everything at `path`: leaves as strings, classes as objects. */
export function nodesAt(path: string, node: unknown, root: unknown): unknown[] {
  const nodes: unknown[] = [];
  someAt(path, node, root, (found) => {
    nodes.push(found);
    return false;
  });
  return nodes;
}

/** Whether `test` holds of anything at `path`. Conditions are asked thousands of times a second: no lists are made. */
export function someAt(
  path: string,
  node: unknown,
  root: unknown,
  test: (found: unknown) => boolean,
): boolean {
  return someBelow(path.startsWith("/") ? root : node, stepsOf(path), 0, test);
}

function someBelow(
  node: unknown,
  steps: readonly string[],
  depth: number,
  test: (found: unknown) => boolean,
): boolean {
  const step = steps[depth];
  if (step === undefined) return test(node);
  if (!isNode(node) || !Object.hasOwn(node, step)) return false;
  const child = node[step];
  if (child === undefined) return false;
  if (!Array.isArray(child)) return someBelow(child, steps, depth + 1, test);
  for (const each of child) {
    if (someBelow(each, steps, depth + 1, test)) return true;
  }
  return false;
}

export function isNode(value: unknown): value is DocumentNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const steps = new Map<string, readonly string[]>();
const CACHE_LIMIT = 10_000;

function stepsOf(path: string): readonly string[] {
  const known = steps.get(path);
  if (known) return known;
  if (steps.size >= CACHE_LIMIT) steps.clear();
  const parsed: string[] = [];
  for (const part of path.split("/")) {
    if (part === "") continue;
    const last = parsed.length - 1;
    if (part.startsWith(ATTRIBUTE) && last >= 0) parsed[last] += part;
    else parsed.push(part);
  }
  steps.set(path, parsed);
  return parsed;
}
