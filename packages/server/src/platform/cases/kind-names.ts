/** Names of kinds in SQL. Written out, not passed, so that partial indexes on the names of the standard kinds serve. */
import type { FormalityKind } from "@customhouse/model";

const NAME = /^\w{1,60}$/;

/** A list for `IN`; none is a list that nothing is in. */
export function kindNames(kinds: readonly FormalityKind[]): string {
  const names = kinds.map(({ kind }) => {
    if (!NAME.test(kind)) throw new Error(`"${kind}" is not a name of a kind`);
    return `'${kind}'`;
  });
  return names.length === 0 ? "(NULL)" : `(${names.join(", ")})`;
}
