/** Erasing personal data under four eyes: one administrator asks for it, another confirms it, and it is done. */
import { erasableFrom } from "@customhouse/clearance";
import type { Country, ErasureReason } from "@customhouse/model";
import type { Kysely } from "kysely";
import type { HttpErrorDefinition } from "../../platform/error-definition.ts";
import type { Refused } from "../../platform/refusal.ts";
import type { Database } from "../../platform/storage/tables.ts";
import type { Erasable } from "./erasable.ts";
import { erasureErrors } from "./errors.ts";
import {
  askErasure,
  confirmErasure,
  type Erasure,
  formalitiesNaming,
  loadErasure,
  wipeCases,
} from "./store.ts";

export interface ErasureProblem {
  readonly error: HttpErrorDefinition;
  readonly message?: string;
}

export type ErasureAnswer =
  | { readonly kind: "asked" | "erased"; readonly erasure: Erasure }
  | ({ readonly kind: "problem" } & ErasureProblem)
  | { readonly kind: "refused"; readonly refused: Refused };

export interface ErasureRequests {
  of(caseId: string): Promise<Erasure | undefined>;
  /** Checked now and when it is confirmed; asking again replaces what is not confirmed. */
  ask(
    erasable: Erasable,
    ground: { readonly reason: ErasureReason; readonly legalBasis: string },
    by: string,
  ): Promise<ErasureAnswer>;
  /** Erases, unless it is the one who asked. As often as one likes. */
  confirm(erasable: Erasable, by: string): Promise<ErasureAnswer>;
}

interface RequestOptions {
  readonly db: Kysely<Database>;
  readonly clock: () => Date;
  readonly country: () => Country;
}

export function createErasureRequests(options: RequestOptions): ErasureRequests {
  const { db, clock } = options;
  const now = () => clock().toISOString();
  const finished = async (caseId: string): Promise<ErasureAnswer> => {
    await wipeCases(db, [caseId], now());
    const erasure = await loadErasure(db, caseId);
    if (erasure === undefined) throw new Error(`${caseId} was erased and nobody asked for it`);
    return { kind: "erased", erasure };
  };
  return {
    of: (caseId) => loadErasure(db, caseId),
    ask: async (erasable, ground, by) => {
      const { caseId } = erasable;
      if (erasable.isErased) return finished(caseId);
      const problem = await problemOf(options, erasable, ground);
      if (problem !== undefined) return { kind: "problem", ...problem };
      await askErasure(db, { caseId, ...ground, askedBy: by, askedAt: now() });
      const erasure = await loadErasure(db, caseId);
      return erasure === undefined
        ? { kind: "problem", error: erasureErrors.erasureNotAsked }
        : { kind: "asked", erasure };
    },
    confirm: async (erasable, by) => {
      const { caseId } = erasable;
      if (erasable.isErased) return finished(caseId);
      const asked = await loadErasure(db, caseId);
      if (asked === undefined) return { kind: "problem", error: erasureErrors.erasureNotAsked };
      const { reason, legalBasis, askedBy } = asked;
      if (askedBy === by) return { kind: "problem", error: erasureErrors.erasureByOne };
      const problem = await problemOf(options, erasable, { reason, legalBasis });
      if (problem !== undefined) return { kind: "problem", ...problem };
      const refused = await erasable.erase({ reason, legalBasis, by: [askedBy, by] });
      if (refused !== undefined) return { kind: "refused", refused };
      await confirmErasure(db, caseId, by, now());
      return finished(caseId);
    },
  };
}

/**
 * The reason against an erasure, in words for the person who asks. The core refuses the same, but does not know other
 * cases.
 */
export async function problemOf(
  { db, clock, country }: RequestOptions,
  { end, reference, parties }: Erasable,
  { reason, legalBasis }: { readonly reason: ErasureReason; readonly legalBasis: string },
): Promise<ErasureProblem | undefined> {
  const here = country();
  const { erasure, formalities } = here;
  const bases = erasure?.legalBases.map(({ code }) => code) ?? [];
  if (!bases.includes(legalBasis)) {
    const message = `There is no legal basis ${legalBasis}; here are: ${bases.join(", ") || "none"}.`;
    return { error: erasureErrors.noLegalBasis, message };
  }
  if (!end.isOver) {
    return { error: erasureErrors.caseNotOver, message: `Still open: ${end.open.join(", ")}.` };
  }
  const from = erasableFrom(end.at, reason, here);
  if (from > clock().toISOString()) {
    return { error: erasureErrors.retentionRuns, message: `It may be done from ${from} on.` };
  }
  const named = await formalitiesNaming(db, reference, parties);
  const open = named.filter(
    ({ kind, state }) =>
      formalities.find((entry) => entry.kind === kind)?.states[state]?.closed !== true,
  );
  if (open.length === 0) return undefined;
  const numbers = open.slice(0, MAX_NAMED).map(({ kind, number }) => `${kind} ${number}`);
  return { error: erasureErrors.caseNotOver, message: `Still open: ${numbers.join(", ")}.` };
}

const MAX_NAMED = 10;
