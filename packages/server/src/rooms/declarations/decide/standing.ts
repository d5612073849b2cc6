/** What a trader may still do with a declaration whose registration was suspended, merged, closed, or is not in force yet. */
import type { CommandType } from "@customhouse/clearance";
import type { Register } from "@customhouse/model";
import { isRegistered } from "@customhouse/traders";
import type { Actor } from "../../../platform/access/principal.ts";

/** Pays what is owed, answers what customs asks of goods that it holds, and withdraws. */
const ALWAYS: ReadonlySet<CommandType> = new Set([
  "Pay",
  "Cancel",
  "AnswerQuery",
  "SupplyDocument",
]);

export function mayCommand({ role, tin }: Actor, type: CommandType, register: Register): boolean {
  return role !== "trader" || tin === undefined || ALWAYS.has(type) || isRegistered(tin, register);
}
