/** Paging by cursor, the same for every list. */

import { errors } from "../errors.ts";
import type { Page, PageRequest } from "../storage/page.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { type ProblemReply, problem } from "./reply.ts";

type Asked =
  | { readonly ok: true; readonly page: PageRequest }
  | { readonly ok: false; readonly reply: ProblemReply };

export function askedPage(list: string, query: { after?: string; limit: number }): Asked {
  if (query.after === undefined) {
    return { ok: true, page: { limit: query.limit } };
  }
  const after = decodeCursor(list, query.after);
  return after === undefined
    ? { ok: false, reply: problem(errors.badCursor) }
    : { ok: true, page: { limit: query.limit, after } };
}

export function pageView<T, V>(list: string, page: Page<T>, view: (item: T) => V) {
  const next = page.next === undefined ? undefined : encodeCursor(list, page.next);
  return { items: page.items.map(view), next };
}
