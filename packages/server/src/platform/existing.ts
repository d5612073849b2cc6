/** What was stored, or found, a moment ago: that it is gone by now is a fault of ours. */
export function existing<T>(found: T | undefined): T {
  if (found === undefined) throw new Error("What was there a moment ago is gone");
  return found;
}
