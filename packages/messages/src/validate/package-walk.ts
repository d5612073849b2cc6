/** Walks a message once for all packages that apply to it. */
import {
  type CodeList,
  type Finding,
  isValidCode,
  type JsonPatchOperation,
} from "@customhouse/model";
import { collapse } from "../check/leaf-rule.ts";
import type { PlanNode } from "../plan/plan.ts";
import { shown } from "../read/findings.ts";
import { SINGLE, Trail } from "../read/trail.ts";
import type { CompiledPackage, PackageNode } from "./package-plan.ts";

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

const NO_PACKAGES: readonly PackageNode[] = [];

export class PackageWalk {
  readonly placed: PlacedFinding[] = [];
  readonly #date: string;
  readonly #trail = new Trail();
  readonly #place: number[] = [];

  constructor(date: string) {
    this.#date = date;
  }

  root(plan: PlanNode, node: Node, packages: readonly CompiledPackage[]): void {
    this.#trail.push(plan, SINGLE);
    const parts = packages.map((one) => one.root);
    this.#walk(plan, node, parts);
    this.#trail.pop();
  }

  #walk(plan: PlanNode, node: Node, parts: readonly PackageNode[]): void {
    for (const part of parts) this.#mandatory(plan, node, part);
    for (const name in node) {
      const value = node[name];
      const child = plan.byName.get(name);
      // Attributes have no place of their own: they are looked at with their element.
      if (!child || value === undefined) continue;
      const uses = parts.length === 0 ? NO_PACKAGES : below(parts, name);
      if (uses.some((use) => use.use === "N")) {
        const remove = [{ op: "remove", path: this.#trail.jsonPointer(child.name) }] as const;
        const message = `The element ${child.name} is not to be sent here.`;
        this.#report({ code: "CH1302", message, fix: remove }, child, SINGLE);
        continue;
      }
      if (Array.isArray(value)) this.#list(child, value, uses);
      else if (child.leaf) this.#leaf(child, String(value), SINGLE, uses);
      else this.#enter(child, value as Node, SINGLE, uses);
      if (child.leaf && parts.length > 0) this.#attributes(child, node, parts);
    }
  }

  #list(child: PlanNode, values: readonly unknown[], uses: readonly PackageNode[]): void {
    const max = Math.min(...uses.map((use) => use.maxOccurs));
    if (values.length > max) {
      const message = `The element ${child.name} is taken at most ${max} times.`;
      const counts = { found: String(values.length), allowed: String(max) };
      this.#report({ code: "CH1305", message, ...counts }, child, SINGLE);
    }
    for (const [at, value] of values.entries()) {
      if (child.leaf) this.#leaf(child, String(value), at, uses);
      else this.#enter(child, value as Node, at, uses);
    }
  }

  #enter(child: PlanNode, node: Node, position: number, uses: readonly PackageNode[]): void {
    this.#trail.push(child, position);
    this.#place.push(child.index, position);
    this.#walk(child, node, uses);
    this.#place.length -= 2;
    this.#trail.pop();
  }

  #leaf(child: PlanNode, value: string, position: number, uses: readonly PackageNode[]): void {
    const trimmed = value.trim();
    if (trimmed !== value && trimmed !== "") {
      const fix = this.#replace(child, position, trimmed);
      const message = "The value begins or ends with blanks.";
      this.#report({ code: "CH1306", message, found: shown(value), fix }, child, position);
    }
    for (const use of uses) {
      const problem = use.rule?.problemOf(use.rule.collapse ? collapse(value) : trimmed);
      if (problem) {
        const about = { found: shown(value), allowed: use.format };
        this.#report({ code: "CH1303", message: problem.message, ...about }, child, position);
      }
      if (use.codeList) this.#code(child, trimmed, position, use.codeList);
    }
  }

  #code(child: PlanNode, value: string, position: number, list: CodeList): void {
    if (isValidCode(list, value, this.#date)) return;
    const upper = value.toUpperCase();
    const certain = upper !== value && isValidCode(list, upper, this.#date);
    const problem = {
      code: "CH1304",
      message: `The code is not in the list ${list.name} on ${this.#date}.`,
      found: shown(value),
      allowed: list.id,
      ...(certain ? { fix: this.#replace(child, position, upper) } : {}),
    };
    this.#report(problem, child, position);
  }

  /** What packages say of attributes; `Element@attribute` in their paths. */
  #attributes(child: PlanNode, node: Node, parts: readonly PackageNode[]): void {
    for (const attribute of Object.keys(child.leaf?.attributes.allowed ?? {})) {
      const key = `${child.name}@${attribute}`;
      for (const use of below(parts, key)) this.#attribute(child, key, node[key], use);
    }
  }

  #attribute(child: PlanNode, key: string, value: unknown, use: PackageNode): void {
    const pointer = this.#trail.pointer(child);
    const path = this.#trail.path(key);
    const place = [...this.#place, child.index, SINGLE];
    const add = (code: string, message: string, found?: string): void => {
      const finding = { code, path, pointer, message, ...(found === undefined ? {} : { found }) };
      this.placed.push({ place, finding });
    };
    if (value === undefined) {
      if (use.use === "M") add("CH1301", `The attribute ${key} is required here.`);
    } else if (use.use === "N") add("CH1302", `The attribute ${key} is not to be sent here.`);
    else if (use.codeList && !isValidCode(use.codeList, String(value), this.#date)) {
      add("CH1304", `The code is not in the list ${use.codeList.name}.`, shown(String(value)));
    }
  }

  #mandatory(plan: PlanNode, node: Node, part: PackageNode): void {
    for (const name of part.mandatory) {
      const child = plan.byName.get(name);
      if (!child || node[name] !== undefined) continue;
      const message = `The element ${name} is required here.`;
      this.#report({ code: "CH1301", message }, child, SINGLE);
    }
  }

  #replace(child: PlanNode, position: number, value: string): JsonPatchOperation[] {
    const name = position === SINGLE ? child.name : `${child.name}/${position}`;
    return [{ op: "replace", path: this.#trail.jsonPointer(name), value }];
  }

  #report(problem: Problem, child: PlanNode, position: number): void {
    const name = position === SINGLE ? child.name : `${child.name}[${position}]`;
    const where = { path: this.#trail.path(name), pointer: this.#trail.pointer(child) };
    const { code, ...rest } = problem;
    const place = [...this.#place, child.index, position];
    this.placed.push({ place, finding: { code, ...where, ...rest } });
  }
}

function below(parts: readonly PackageNode[], name: string): readonly PackageNode[] {
  let found: PackageNode[] | undefined;
  for (const part of parts) {
    const child = part.children.get(name);
    if (!child) continue;
    found ??= [];
    found.push(child);
  }
  return found ?? NO_PACKAGES;
}
