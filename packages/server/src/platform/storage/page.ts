/** Pages of a list: the cursor is the key of the last item. */

export const MAX_PAGE = 500;

export interface Page<T> {
  readonly items: readonly T[];
  /** Pass as `after` for the following page; absent on the last. */
  readonly next?: string;
}

export interface PageRequest {
  readonly after?: string;
  readonly limit: number;
}

/** Makes a page of rows of which one more was read than it holds, and the cursor of the next page. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  cursor: (row: T) => string,
): { readonly items: T[]; readonly next?: string } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: cursor(last) } : { items };
}
