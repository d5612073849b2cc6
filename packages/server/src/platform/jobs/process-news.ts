/**
 * Processes news of cases one after the other. News whose processing fails stays for the next run of the job and does not
 * hold up the others.
 */

/** `work` returns whether the news had an effect. The result is how many had one. */
export async function processNews<T extends { readonly caseId: string }>(
  news: readonly T[],
  work: (one: T) => Promise<boolean>,
  log: (message: string) => void,
): Promise<number> {
  let done = 0;
  for (const one of news) {
    try {
      if (await work(one)) done += 1;
    } catch (problem) {
      log(`news of ${one.caseId}: ${String(problem)}`);
    }
  }
  return done;
}
