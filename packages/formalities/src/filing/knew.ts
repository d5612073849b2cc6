/** The greatest number of entries that are kept for one filing. The oldest are dropped first. */
const MAX_KNEW = 200;

/** The entries that the risk assessments of a filing have used, including `more`. */
export function knewNow(before: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...before, ...more])].slice(-MAX_KNEW);
}
