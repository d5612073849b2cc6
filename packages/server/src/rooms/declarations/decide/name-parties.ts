/** What was lodged while no list was in force. */
import { isUnderCustoms } from "@customhouse/clearance";
import { namedIn } from "../../screening/contract.ts";
import { loadDeclaration } from "../lodge/prepare.ts";
import type { DeclarationParts } from "../parts.ts";

/** Whom the declaration names is screened like what is seen for the first time, unless it is under control no longer. */
export async function nameParties(parts: DeclarationParts, caseId: string): Promise<void> {
  const { screening, country, store } = parts;
  const stored = await store.load(caseId);
  if (screening === undefined || stored === undefined || !isUnderCustoms(stored.case)) return;
  const document = await loadDeclaration(parts, stored);
  if (document?.Declaration === undefined) return;
  screening.name(caseId, namedIn(document.Declaration), country.register);
}
