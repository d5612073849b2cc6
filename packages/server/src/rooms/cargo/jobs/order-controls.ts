/** Declarations under customs control whose containers gave an alarm: what the country wants of them is ordered. */

import type { Actor } from "../../../platform/access/principal.ts";
import { declarationNews, dropNews } from "../../../platform/cases/case-news.ts";
import { processNews } from "../../../platform/jobs/process-news.ts";
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import type { Declarations } from "../../declarations/contract.ts";

const CASES_A_TURN = 200;
const BY: Actor = { subject: "risk", role: "system" };

/** Returns for how many a control was ordered. A refusal is an answer, unless somebody was quicker or much waits. */
export async function orderControlsAfterAlarms(
  { writerPool }: OpenDatabase,
  declarations: Declarations,
  log: (message: string) => void,
): Promise<number> {
  const open = await declarationNews(writerPool, "container-alarm", CASES_A_TURN);
  return processNews(
    open,
    async (news) => {
      const result = await declarations.act(BY, news.caseId, { type: "HeedAlarm" });
      const isLate = result.status === "refused" && [409, 429].includes(result.httpStatus);
      if (!isLate) await dropNews(writerPool, news);
      return result.status === "done";
    },
    log,
  );
}
