/** Deadlines that are due, as commands on their cases. The cases are read together and need no document. */

import { nextTurn, type Urgency } from "../../../platform/jobs/turns.ts";
import { noSuchDeclaration } from "../../../platform/refusal.ts";
import { tellCargo } from "../../cargo/match-filing.ts";
import { strikeClock } from "../../formalities/behaviour/strike-clock.ts";
import type { ActResult, FormalityResult, PassedDeadline } from "../contract.ts";
import type { MainPathParts, StoredCase } from "../parts.ts";
import { commitAct } from "./commit-act.ts";
import { tellSimplified } from "./supplement.ts";

export async function passDeadlines(
  parts: MainPathParts,
  due: readonly PassedDeadline[],
): Promise<readonly PromiseSettledResult<ActResult | FormalityResult>[]> {
  const cases = await parts.store.loadMany([...new Set(due.map((entry) => entry.caseId))]);
  const lastOf = new Map<string, Promise<unknown>>();
  const results = due.map((entry) => {
    const step = formalityStep(entry.kind);
    if (step !== undefined) return passFormality(parts, entry, step);
    const earlier = lastOf.get(entry.caseId);
    const result =
      earlier === undefined
        ? pass(parts, cases.get(entry.caseId), entry)
        : earlier.then(async () => pass(parts, await parts.store.load(entry.caseId), entry));
    lastOf.set(
      entry.caseId,
      result.catch(() => undefined),
    );
    return result;
  });
  return Promise.allSettled(results);
}

const FORMALITY = "formality:";

function formalityStep(kind: string): string | undefined {
  return kind.startsWith(FORMALITY) ? kind.slice(FORMALITY.length) : undefined;
}

/** What the clock does to a formality. Where it moved on meanwhile, the refusal is the answer. */
async function passFormality(
  parts: MainPathParts,
  due: PassedDeadline,
  step: string,
): Promise<FormalityResult> {
  const stored = await parts.store.loadFormality({ caseId: due.caseId });
  if (stored === undefined) return noSuchDeclaration();
  await nextTurn(urgencyOf(parts, due));
  return strikeClock(parts, stored.formality, step);
}

/** How long the clock's work may wait for people's. */
const LATE_AFTER_MS = 60_000;

function urgencyOf(parts: MainPathParts, { dueAt }: PassedDeadline): Urgency {
  return parts.clock().getTime() - Date.parse(dueAt) > LATE_AFTER_MS ? "late" : "due";
}

/** Takes its turn like a message does, but after those that somebody waits for. */
async function pass(
  parts: MainPathParts,
  stored: StoredCase | undefined,
  due: PassedDeadline,
): Promise<ActResult> {
  if (stored === undefined) return noSuchDeclaration();
  await nextTurn(urgencyOf(parts, due));
  const { kind } = due;
  if (kind === "cargo") await tellCargo(parts, stored.case);
  if (kind === "simplified") await tellSimplified(parts, stored.case);
  const acted = await commitAct(parts, {
    stored,
    command: { type: "PassDeadline", kind },
    declaration: undefined,
    payloads: [],
    claimsLrn: false,
  });
  if (acted.kind === "refused") return acted.refused;
  if (acted.kind === "replayed") throw new Error("a deadline has no key to be replayed by");
  return { status: "done", case: acted.case, promise: acted.promise };
}
