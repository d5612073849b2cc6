/** Deadlines that are due, as commands on their cases. The cases are read together and need no document. */
import { nextTurn } from "../turns.ts";
import { commitAct } from "./commit-act.ts";
import type { ActResult, PassedDeadline } from "./contract.ts";
import type { MainPathParts, StoredCase } from "./parts.ts";
import { noSuchDeclaration } from "./refusals.ts";

export async function passDeadlines(
  parts: MainPathParts,
  due: readonly PassedDeadline[],
): Promise<readonly PromiseSettledResult<ActResult>[]> {
  const cases = await parts.store.loadMany([...new Set(due.map((entry) => entry.caseId))]);
  const lastOf = new Map<string, Promise<unknown>>();
  const results = due.map((entry) => {
    const earlier = lastOf.get(entry.caseId);
    const result =
      earlier === undefined
        ? pass(parts, cases.get(entry.caseId), entry.kind)
        : earlier.then(async () => pass(parts, await parts.store.load(entry.caseId), entry.kind));
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
  parts: MainPathParts,
  stored: StoredCase | undefined,
  kind: string,
): Promise<ActResult> {
  if (stored === undefined) return noSuchDeclaration();
  await nextTurn("due");
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
