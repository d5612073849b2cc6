/** Declarations under customs control whose containers gave an alarm: what the country wants of them is ordered. */
import type { Actor, MainPath } from "../mainpath/contract.ts";
import type { OpenDatabase } from "../storage/database.ts";
import { declarationNews, dropNews } from "../storage/queries/case-news.ts";

const CASES_A_TURN = 200;
const BY: Actor = { subject: "risk", role: "system" };

/** Returns for how many a control was ordered. A refusal is an answer, unless somebody was quicker or much waits. */
export async function heedAlarms(
  { writerPool }: OpenDatabase,
  mainPath: MainPath,
): Promise<number> {
  let ordered = 0;
  for (const news of await declarationNews(writerPool, CASES_A_TURN)) {
    const result = await mainPath.act(BY, news.caseId, { type: "HeedAlarm" });
    if (result.status === "done") ordered += 1;
    else if (result.httpStatus === 409 || result.httpStatus === 429) continue;
    await dropNews(writerPool, news);
  }
  return ordered;
}
