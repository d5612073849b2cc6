/** Of one filing; the oldest are forgotten first. */
const MAX_KNEW = 200;

/** What the risk runs of a filing have weighed from now on. */
export function knewNow(before: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...before, ...more])].slice(-MAX_KNEW);
}
