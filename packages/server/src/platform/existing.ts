/** Asserts that a record exists that was just stored or found. A missing one is a bug, so it throws. */
export function existing<T>(found: T | undefined): T {
  if (found === undefined) throw new Error("What was there a moment ago is gone");
  return found;
}
