/** The three operations of RFC 6902 that repairs are made of. */
import type { JsonPatchOperation } from "@customhouse/model";

type Holder = Record<string, unknown> | unknown[];

export function patched(document: unknown, operations: readonly JsonPatchOperation[]): unknown {
  const copy: unknown = structuredClone(document);
  for (const operation of operations) {
    const steps = operation.path.split("/").slice(1).map(unescaped);
    const last = steps.pop();
    const holder = steps.reduce<unknown>(step, copy);
    if (last === undefined || typeof holder !== "object" || holder === null) {
      throw new Error(`The patch leads nowhere: ${operation.path}`);
    }
    change(holder as Holder, last, operation);
  }
  return copy;
}

function step(node: unknown, name: string): unknown {
  return typeof node === "object" && node !== null
    ? (node as Record<string, unknown>)[name]
    : undefined;
}

function change(holder: Holder, name: string, { op, value }: JsonPatchOperation): void {
  if (Array.isArray(holder)) {
    const index = name === "-" ? holder.length : Number(name);
    if (op === "add") holder.splice(index, 0, value);
    else if (op === "remove") holder.splice(index, 1);
    else holder[index] = value;
  } else if (op === "remove") delete holder[name];
  else holder[name] = value;
}

function unescaped(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}
