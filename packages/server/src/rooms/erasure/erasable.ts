/** A case whose personal data may be erased: a declaration or a formality, seen alike. */
import { type Case, type CaseEnd, endOf } from "@customhouse/clearance";
import { type Formality, formalityEndOf } from "@customhouse/formalities";
import type { ErasureReason, FormalityKind } from "@customhouse/model";
import type { Refused } from "../../platform/refusal.ts";
import type { Declarations } from "../declarations/contract.ts";
import type { Formalities } from "../formalities/contract.ts";

export interface ErasureGround {
  readonly reason: ErasureReason;
  readonly legalBasis: string;
  /** The person who asked and the person who confirmed, in this order; or the clock alone. */
  readonly by: readonly [string, string?];
}

export interface Erasable {
  readonly caseId: string;
  /** MRN or number, and the TINs of whom it concerns. */
  readonly reference: string;
  readonly parties: readonly string[];
  readonly end: CaseEnd;
  readonly isErased: boolean;
  /** Puts it on record. The refusal where it may not be done. */
  readonly erase: (ground: ErasureGround) => Promise<Refused | undefined>;
}

/** The clock, where nobody asked. */
export const RETENTION_SUBJECT = "system/retention";

export function erasableDeclaration(
  found: Case,
  declarations: Pick<Declarations, "act">,
): Erasable {
  const { caseId, mrn, declarant, parties, erased } = found;
  return {
    caseId,
    reference: mrn,
    parties: [...new Set([declarant, ...parties])],
    end: endOf(found),
    isErased: erased !== undefined,
    erase: async ({ reason, legalBasis, by: [asked, confirmed] }) => {
      const by = confirmed === undefined ? [asked] : [asked, confirmed];
      const subject = confirmed ?? asked;
      const role = confirmed === undefined ? "system" : "administrator";
      const command = { type: "ErasePersonalData", reason, legalBasis, by } as const;
      const result = await declarations.act({ subject, role }, caseId, command);
      return result.status === "refused" ? result : undefined;
    },
  };
}

export function erasableFormality(
  found: Formality,
  kind: FormalityKind,
  formalities: Pick<Formalities, "erase">,
): Erasable {
  const { caseId, number, holder, facts } = found;
  return {
    caseId,
    reference: number,
    parties: [holder],
    end: formalityEndOf(found, kind),
    isErased: facts.erasedReason !== undefined,
    erase: async ({ reason, legalBasis, by: [asked, confirmed] }) => {
      const by = {
        as: confirmed === undefined ? "system" : "administrator",
        subject: confirmed ?? asked,
      } as const;
      const result = await formalities.erase({ number, reason, legalBasis, by });
      return result.status === "refused" ? result : undefined;
    },
  };
}
