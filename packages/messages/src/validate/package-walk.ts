/** Checks a message against the tree of the packages that apply to it. */
import {
  type CodeList,
  type Finding,
  isValidCode,
  type JsonPatchOperation,
} from "@customhouse/model";
import type { LeafRule } from "../check/leaf-rule.ts";
import { shown } from "../read/findings.ts";
import { SINGLE, Trail } from "../read/trail.ts";
import type { PackageNode } from "./package-plan.ts";

type Node = Readonly<Record<string, unknown>>;

/** A finding with its place as schema positions and list positions by turns, for sorting. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly place: readonly number[];
}

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly found?: string;
  readonly allowed?: string;
  readonly fix?: readonly JsonPatchOperation[];
}

export class PackageWalk {
  readonly placed: PlacedFinding[] = [];
  readonly #date: string;
  readonly #trail = new Trail();
  readonly #place: number[] = [];

  constructor(date: string) {
    this.#date = date;
  }

  root(tree: PackageNode, node: Node): void {
    this.#trail.push(tree.plan, SINGLE);
    this.#walk(tree, node);
    this.#trail.pop();
  }

  #walk(part: PackageNode, node: Node): void {
    for (const child of part.children) {
      const value = node[child.key];
      if (value === undefined) {
        if (child.isMandatory) this.#missing(child, node);
      } else if (child.isForbidden) this.#forbidden(child);
      else if (Array.isArray(value)) this.#list(child, value);
      else this.#one(child, value, SINGLE);
    }
  }

  #list(child: PackageNode, values: readonly unknown[]): void {
    if (values.length > child.maxOccurs) {
      const message = `The element ${child.key} is taken at most ${child.maxOccurs} times.`;
      const counts = { found: String(values.length), allowed: String(child.maxOccurs) };
      this.#report({ code: "CH1305", message, ...counts }, child, SINGLE);
    }
    for (let at = 0; at < values.length; at++) this.#one(child, values[at], at);
  }

  #one(child: PackageNode, value: unknown, position: number): void {
    if (typeof value === "string") {
      for (const { notation, rule } of child.formats) {
        this.#format(child, value, position, notation, rule);
      }
      for (const { list, always } of child.codeLists) {
        if (!always.has(value)) this.#code(child, value, position, list);
      }
      return;
    }
    if (child.children.length === 0) return;
    this.#trail.push(child.plan, position);
    this.#place.push(child.plan.index, position);
    this.#walk(child, value as Node);
    this.#place.length -= 2;
    this.#trail.pop();
  }

  #format(
    child: PackageNode,
    value: string,
    position: number,
    notation: string,
    rule: LeafRule,
  ): void {
    const problem = rule.problemOf(value);
    if (!problem || this.#blanksOnly(child, value, position, (v) => !rule.problemOf(v))) return;
    const about = { found: shown(value), allowed: notation };
    this.#report({ code: "CH1303", message: problem.message, ...about }, child, position);
  }

  #code(child: PackageNode, value: string, position: number, list: CodeList): void {
    if (isValidCode(list, value, this.#date)) return;
    const isValid = (code: string): boolean => isValidCode(list, code, this.#date);
    if (this.#blanksOnly(child, value, position, isValid)) return;
    const upper = value.trim().toUpperCase();
    const certain = upper !== value && isValid(upper);
    const problem = {
      code: "CH1304",
      message: `The code is not in the list ${list.name} on ${this.#date}.`,
      found: shown(value),
      allowed: list.id,
      ...(certain ? { fix: this.#replace(child, position, upper) } : {}),
    };
    this.#report(problem, child, position);
  }

  /** Whether nothing is wrong but blanks at the ends; if so, says that. */
  #blanksOnly(
    child: PackageNode,
    value: string,
    position: number,
    isValid: (value: string) => boolean,
  ): boolean {
    const trimmed = value.trim();
    if (trimmed === value || !isValid(trimmed)) return false;
    const fix = this.#replace(child, position, trimmed);
    const message = "The value begins or ends with blanks.";
    this.#report({ code: "CH1306", message, found: shown(value), fix }, child, position);
    return true;
  }

  /** An attribute can only be missing where its element is. */
  #missing(child: PackageNode, node: Node): void {
    if (child.isAttribute && node[child.plan.name] === undefined) return;
    const message = `The element ${child.key} is required here.`;
    this.#report({ code: "CH1301", message }, child, SINGLE);
  }

  #forbidden(child: PackageNode): void {
    const fix = [{ op: "remove", path: this.#trail.jsonPointer(child.key) }] as const;
    const message = `The element ${child.key} is not to be sent here.`;
    this.#report({ code: "CH1302", message, fix }, child, SINGLE);
  }

  #replace(child: PackageNode, position: number, value: string): JsonPatchOperation[] {
    const name = position === SINGLE ? child.key : `${child.key}/${position}`;
    return [{ op: "replace", path: this.#trail.jsonPointer(name), value }];
  }

  #report({ code, ...rest }: Problem, child: PackageNode, position: number): void {
    const name = position === SINGLE ? child.key : `${child.key}[${position}]`;
    const where = { path: this.#trail.path(name), pointer: this.#trail.pointer(child.plan) };
    const place = [...this.#place, child.plan.index, position];
    this.placed.push({ place, finding: { code, ...where, ...rest } });
  }
}
