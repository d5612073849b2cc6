/** Looking codes up, on a date. */
import type { CodeList, CodeListEntry } from "../information-package.ts";

const indexes = new WeakMap<CodeList, ReadonlyMap<string, readonly CodeListEntry[]>>();

/** Whether the list has the code on that day (`2024-01-31`). */
export function isValidCode(list: CodeList, code: string, date: string): boolean {
  return findCode(list, code, date) !== undefined;
}

/** The entry for a code on that day; one code may have had several meanings over time. */
export function findCode(list: CodeList, code: string, date: string): CodeListEntry | undefined {
  return indexOf(list)
    .get(code)
    ?.find(
      (entry) =>
        (entry.validFrom === undefined || entry.validFrom <= date) &&
        (entry.validTo === undefined || date < entry.validTo),
    );
}

function indexOf(list: CodeList): ReadonlyMap<string, readonly CodeListEntry[]> {
  const known = indexes.get(list);
  if (known) return known;
  const index = new Map<string, CodeListEntry[]>();
  for (const entry of list.entries) {
    const same = index.get(entry.code);
    if (same) same.push(entry);
    else index.set(entry.code, [entry]);
  }
  indexes.set(list, index);
  return index;
}

/** A list from `code -> name`, the form in which open data is kept here. */
export function codeListOf(
  about: Omit<CodeList, "entries">,
  names: Readonly<Record<string, string>>,
): CodeList {
  return { ...about, entries: Object.entries(names).map(([code, name]) => ({ code, name })) };
}
