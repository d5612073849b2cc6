/** News of cases, one after the other: what fails is left for the next turn and keeps nobody else waiting. */

/** `work` says whether it led to something. Returns how many did. */
export async function workOff<T extends { readonly caseId: string }>(
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
