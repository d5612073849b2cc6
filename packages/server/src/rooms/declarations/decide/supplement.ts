/** Simplified declarations are told, one after the other, that a supplementary one owes their debt. */
import type { Case } from "@customhouse/clearance";
import type { DeclarationParts } from "../parts.ts";
import { commitAct } from "./commit-act.ts";

/** Told before the connection was lost. */
const ALREADY = "CH3021";
const MAX_TRIES = 5;

/** Safe to repeat. What fails is left to the deadline, which tells all of them again. */
export async function tellSimplified(
  parts: DeclarationParts,
  { mrn, supplements }: Case,
): Promise<void> {
  for (const { caseId } of supplements?.completes ?? []) await tell(parts, caseId, mrn);
}

async function tell(parts: DeclarationParts, caseId: string, supplementary: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const stored = await parts.store.load(caseId);
    if (stored === undefined) throw new Error(`the simplified declaration ${caseId} is gone`);
    const acted = await commitAct(parts, {
      stored,
      command: { type: "Supplement", supplementary },
      declaration: undefined,
      payloads: [],
      claimsLrn: false,
    });
    if (acted.kind !== "refused" || acted.refused.code === ALREADY) return;
    const { httpStatus, code, message } = acted.refused;
    if (httpStatus !== 409 || tries === MAX_TRIES) throw new Error(`${code} ${message}`);
  }
}
