/** Literals, names and features. */
import type { ASTNode } from "@marcbachmann/cel-js";
import type { Slot } from "./environment.ts";
import { FAILED, FALSE, type Frame, failWith, type Lowered, TRUE, type Values } from "./frame.ts";
import { failureAt, type Lowering, outside } from "./lowering.ts";
import { type Place, Refusal } from "./problem.ts";

export function lowerLiteral(value: unknown, place: Place): Lowered {
  switch (typeof value) {
    case "boolean": {
      const truth = value ? TRUE : FALSE;
      return { kind: "bool", run: () => truth };
    }
    case "bigint": {
      const number = Number(value);
      if (!Number.isSafeInteger(number)) throw outside("A whole number beyond 2^53", place);
      return { kind: "int", run: () => number };
    }
    case "number":
      return { kind: "double", run: () => value };
    case "string":
      return { kind: "string", run: () => value };
    default:
      throw outside("A literal of this type", place);
  }
}

/** A name by itself: the list of items, or the element of a loop over texts. */
export function lowerName(name: string, place: Place, { names }: Lowering): Lowered {
  const binding = names.get(name);
  if (binding === "items") return { kind: "items", run: (frame) => frame.items };
  if (binding === "element string") {
    return { kind: "string", run: (frame) => frame.element as string };
  }
  throw outside(`\`${name}\` without a feature`, place);
}

/** A reader of one feature: undefined where it is missing. */
export interface FieldReader {
  readonly slot: Slot;
  readonly values: (frame: Frame) => Values;
}

/** The feature that `of.name` means. Refusals: CH4213, CH4215. */
export function fieldOf(of: ASTNode, name: string, place: Place, lowering: Lowering): FieldReader {
  const binding = of.op === "id" ? lowering.names.get(of.args) : undefined;
  if (binding === undefined || binding === "items" || binding === "element string") {
    throw outside(`\`.${name}\` of anything but a declaration or an item`, place);
  }
  const scope = binding === "declaration" ? "declaration" : "item";
  const slot = lowering.slots[scope].get(name);
  if (slot === undefined) {
    throw new Refusal("CH4213", `${scope} has no feature ${name}.`, place, { found: name });
  }
  lowering.read.add(slot);
  if (binding === "declaration") return { slot, values: (frame) => frame.declaration };
  if (binding === "item") return { slot, values: (frame) => frame.item };
  return { slot, values: (frame) => frame.element as Values };
}

export function lowerField(of: ASTNode, name: string, place: Place, lowering: Lowering): Lowered {
  const { slot, values } = fieldOf(of, name, place, lowering);
  const { index, type } = slot;
  const missing = failureAt("CH4220", `${slot.scope}.${name} is missing.`, place);
  switch (type) {
    case "bool":
      return {
        kind: "bool",
        run: (frame) => {
          const value = values(frame)[index];
          if (value === undefined) failWith(frame, missing);
          return value === undefined ? FAILED : value === true ? TRUE : FALSE;
        },
      };
    case "int":
    case "double":
      return {
        kind: type,
        run: (frame) => {
          const value = values(frame)[index];
          if (value !== undefined) return value as number;
          failWith(frame, missing);
          return Number.NaN;
        },
      };
    case "string":
      return { kind: "string", run: (frame) => present<string>(frame, values, index, missing) };
    default:
      return {
        kind: "strings",
        run: (frame) => present<readonly string[]>(frame, values, index, missing),
      };
  }
}

function present<T>(
  frame: Frame,
  values: (frame: Frame) => Values,
  index: number,
  missing: ReturnType<typeof failureAt>,
): T | undefined {
  const value = values(frame)[index];
  if (value === undefined) failWith(frame, missing);
  return value as T | undefined;
}
