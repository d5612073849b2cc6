/** Which commands a trader may give whose registration is suspended, merged, closed, or not in force yet. */
import type { CommandType } from "@customhouse/clearance";
import type { Register } from "@customhouse/model";
import { isRegistered } from "@customhouse/traders";
import type { Actor } from "../../../platform/access/principal.ts";

/** Such a trader may still pay, cancel, answer questions and send documents. */
const ALWAYS: ReadonlySet<CommandType> = new Set([
  "Pay",
  "Cancel",
  "AnswerQuery",
  "SupplyDocument",
]);

export function mayCommand({ role, tin }: Actor, type: CommandType, register: Register): boolean {
  return role !== "trader" || tin === undefined || ALWAYS.has(type) || isRegistered(tin, register);
}
