/** Who is seen with whom. A key holds its first neighbours up to a limit; what comes after only counts as more. */

/** Neighbours with how many cases link them. Plain JSON. */
export interface Links {
  to: [key: string, cases: number][];
  /** Cases that brought a neighbour beyond the limit. */
  more: number;
}

/** Neighbours a key holds. A degree above it says "many" as well as the true one would. */
export const LINK_LIMIT = 64;

export function emptyLinks(): Links {
  return { to: [], more: 0 };
}

export function copyLinks({ to, more }: Links): Links {
  return { to: to.map(([key, cases]) => [key, cases]), more };
}

export function addLink(links: Links, key: string): void {
  const known = links.to.find(([neighbour]) => neighbour === key);
  if (known !== undefined) known[1] += 1;
  else if (links.to.length < LINK_LIMIT) links.to.push([key, 1]);
  else links.more += 1;
}

/** Neighbours that other cases have shown; `own` is the one that the case itself has linked. */
export function neighbours(links: Links | undefined, own: string | undefined): readonly string[] {
  const found: string[] = [];
  for (const [key, cases] of links?.to ?? []) if (cases > 1 || key !== own) found.push(key);
  return found;
}
