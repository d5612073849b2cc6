/** Deadlines that are due, as commands on their cases. The cases are read together and need no document. */

import type { PassedDeadline } from "../../../platform/jobs/take-due.ts";
import { nextTurn, urgencyOf } from "../../../platform/jobs/work-priority.ts";
import { noSuchDeclaration } from "../../../platform/refusal.ts";
import type { ActResult } from "../contract.ts";
import type { DeclarationParts, StoredCase } from "../parts.ts";
import { commitAct } from "./commit-act.ts";
import { tellSimplified } from "./supplement.ts";

export async function passDeadlines(
  parts: DeclarationParts,
  due: readonly PassedDeadline[],
): Promise<readonly PromiseSettledResult<ActResult>[]> {
  const cases = await parts.store.loadMany([...new Set(due.map((entry) => entry.caseId))]);
  const lastOf = new Map<string, Promise<unknown>>();
  const results = due.map((entry) => {
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

/** Takes its turn like a message does, but after those that somebody waits for. */
async function pass(
  parts: DeclarationParts,
  stored: StoredCase | undefined,
  due: PassedDeadline,
): Promise<ActResult> {
  if (stored === undefined) return noSuchDeclaration();
  await nextTurn(urgencyOf(due.dueAt, parts.clock()));
  const { kind } = due;
  if (kind === "cargo") await parts.cargo.tell(stored.case);
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
