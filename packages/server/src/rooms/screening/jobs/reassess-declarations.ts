/**
 * Declarations of which screening learnt something after their lane was taken: an answer that came late, a list that
 * changed, a likeness that two officers confirmed. Their risk is run again, which may only ask for more; what was released
 * by then an officer is to look at.
 */

import type { Actor } from "../../../platform/access/principal.ts";
import { declarationNews, dropNews } from "../../../platform/cases/case-news.ts";
import { reviewReleased } from "../../../platform/cases/case-reviews.ts";
import { processNews } from "../../../platform/jobs/process-news.ts";
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import type { Declarations } from "../../declarations/contract.ts";

const CASES_A_TURN = 200;
const BY: Actor = { subject: "risk", role: "system" };
/** Somebody was quicker, much waits, or screening cannot say yet: it is asked again with the next turn. */
const LATER: ReadonlySet<number> = new Set([409, 429, 503]);

/** Returns for how many a more intrusive lane was taken. */
export async function reassessScreenedDeclarations(
  { writerPool }: OpenDatabase,
  declarations: Declarations,
  clock: () => Date,
  log: (message: string) => void,
): Promise<number> {
  const open = await declarationNews(writerPool, "screening", CASES_A_TURN);
  return processNews(
    open,
    async (news) => {
      const result = await declarations.act(BY, news.caseId, { type: "Reassess" });
      if (result.status === "done") {
        await dropNews(writerPool, news);
        return true;
      }
      if (!LATER.has(result.httpStatus)) {
        await reviewReleased(writerPool, news, clock().toISOString());
      }
      return false;
    },
    log,
  );
}
