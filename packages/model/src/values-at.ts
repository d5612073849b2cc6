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
  for (const found of nodesAt(path, node, root)) {
    if (typeof found === "string") values.push(found);
  }
  return values;
}

/** Everything at `path`: leaves as strings, classes as objects. */
export function nodesAt(path: string, node: unknown, root: unknown): unknown[] {
  const absolute = path.startsWith("/");
  const steps = stepsOf(path);
  let current: unknown[] = [absolute ? root : node];
  for (const step of steps) {
    const next: unknown[] = [];
    for (const parent of current) {
      if (!isNode(parent) || !Object.hasOwn(parent, step)) continue;
      const child = parent[step];
      if (Array.isArray(child)) next.push(...child);
      else if (child !== undefined) next.push(child);
    }
    current = next;
  }
  return current;
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
