/** Screens the parties of a declaration that was lodged while no watch list was in force. */
import { isUnderCustoms } from "@customhouse/clearance";
import { namedIn } from "../../screening/contract.ts";
import { loadMessage } from "../lodge/prepare.ts";
import type { DeclarationParts } from "../parts.ts";

/** Screens every party of the declaration as if it were new. Does nothing once customs control has ended. */
export async function screenParties(parts: DeclarationParts, caseId: string): Promise<void> {
  const { screening, country, store } = parts;
  const stored = await store.load(caseId);
  if (screening === undefined || stored === undefined || !isUnderCustoms(stored.case)) return;
  const current = await loadMessage(parts, stored);
  if (current?.Declaration === undefined) return;
  screening.name(caseId, namedIn(current.Declaration), country.register);
}
