/**
 * Declarations that were accepted while no list was in force, so that nobody has looked whom they name: they are gone
 * through once when the first list is, and once after a start. What is accepted later is kept as it is decided on.
 */

import { unnamedDeclarations } from "../../../platform/cases/case-news.ts";
import { processNews } from "../../../platform/jobs/process-news.ts";
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import type { Declarations } from "../../declarations/contract.ts";
import { activeLists } from "../store/prepared.ts";

const CASES_A_READ = 200;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/** The declarations rooms whose open declarations were already screened since a list is in force. */
const gone = new WeakSet<Declarations>();

export async function screenOpenDeclarations(
  { writerPool }: OpenDatabase,
  declarations: Declarations,
  log: (message: string) => void,
): Promise<void> {
  const lists = await activeLists(writerPool);
  if (lists.length === 0) {
    gone.delete(declarations);
    return;
  }
  if (gone.has(declarations)) return;
  for (let after: string | undefined = BEFORE_ALL; after !== undefined; ) {
    const open: readonly string[] = await unnamedDeclarations(writerPool, after, CASES_A_READ);
    // One that cannot be read any more keeps neither the others nor the clock waiting.
    await processNews(
      open.map((caseId) => ({ caseId })),
      ({ caseId }) => declarations.screenParties(caseId).then(() => true),
      log,
    );
    after = open.at(-1);
  }
  gone.add(declarations);
}
