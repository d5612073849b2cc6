/** Walks a schema down to its leaves and names those that take anything. */
import type { z } from "@hono/zod-openapi";

export function openSchemas(schema: z.ZodType): readonly string[] {
  const seen = new Set<unknown>();
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    const def = definitionOf(node);
    if (def === undefined) {
      for (const part of Object.values(node)) walk(part);
      return;
    }
    if (def.type === "unknown" || def.type === "any" || def.type === "custom") found.push(def.type);
    if (typeof def.getter === "function") walk(def.getter());
    for (const part of Object.values(def)) walk(part);
  };
  walk(schema);
  return found;
}

interface Definition {
  readonly type: string;
  readonly getter?: () => unknown;
}

function definitionOf(node: object): Definition | undefined {
  if (!("_zod" in node)) return undefined;
  const { def } = (node as { _zod: { def: Definition } })._zod;
  return def;
}
