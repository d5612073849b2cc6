/** RFC 9110, 13.1.2: does the caller have what it asks for already? Tags are compared weakly, as the header asks. */
const TAG = /(?:W\/)?("[^"]*")/g;

export function hasAlready(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return [...ifNoneMatch.matchAll(TAG)].some(([, known]) => known === tag);
}
