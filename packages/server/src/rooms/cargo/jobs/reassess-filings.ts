/**
 * Filings that nothing was objected to, and of which something became known since: a likeness to an entry of a list that
 * changed, an alarm of a container. They are assessed anew. What the risk run has weighed already is no news, and what a
 * filing is assessed for is written down with the step, so that it is done once whoever is killed in between.
 */

import { knewNow } from "@customhouse/formalities";
import { dropNews, type FilingNews, filingNews } from "../../../platform/cases/case-news.ts";
import { processNews } from "../../../platform/jobs/process-news.ts";
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import type { Formalities } from "../../formalities/contract.ts";

/** The number of filings of one turn; the others are taken with the next. */
const FILINGS_A_TURN = 200;

/** Returns how many filings are to be assessed. The clock does so next. */
export async function reassessFilings(
  { writerPool }: OpenDatabase,
  formalities: Formalities,
  log: (message: string) => void,
): Promise<number> {
  const open = await filingNews(writerPool, FILINGS_A_TURN);
  return processNews(
    open,
    async (news) => {
      const isNew = news.references.some((reference) => !news.knew.includes(reference));
      // Somebody else was quicker, or it has moved on: it is looked at again.
      if (isNew && !(await reassess(formalities, news))) return false;
      await dropNews(writerPool, news);
      return isNew;
    },
    log,
  );
}

async function reassess(
  formalities: Formalities,
  { number, trigger, references, knew }: FilingNews,
): Promise<boolean> {
  const result = await formalities.step({
    number,
    step: "reassess",
    by: { as: "system", subject: "risk" },
    facts: { trigger },
    known: { runKnew: knewNow(knew, references) },
  });
  return result.status === "done";
}
