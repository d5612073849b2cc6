/**
 * One picture of several filers. Each filer completes what the others gave and replaces only its own: where two say
 * different things of the same place, both stay, so that nobody is written out of the way of a watch list.
 */

import { type Fact, type Facts, isNode } from "@customhouse/model";
import { FILED_ROLES } from "./parties.ts";

/** The fields of which each filer gives its own part. */
export const FILED_FIELDS = ["consignments", "goods", "houses", "containers"] as const;

/** By the TIN of the filer. */
export type FiledBy = Readonly<Record<string, Facts>>;

export interface FilingPicture {
  /** The fields of `FILED_FIELDS` that anybody gave. Of one place: a value, or a list where filers say different things. */
  readonly facts: Facts;
  /** Places of which filers say different things: `consignee`, `transportMeans`, `consignee of H1`. */
  readonly differ: readonly string[];
}

type Level = Readonly<Record<string, unknown>>;

const COMPARED: readonly string[] = [...FILED_ROLES, "transportMeans"];
const LISTS = ["houses", "containers"] as const;

export function filingPicture(by: FiledBy): FilingPicture {
  const filers = Object.values(by);
  const given = (name: string) => filers.flatMap((facts) => facts[name] ?? []);
  const differ: string[] = [];
  const consignments = consignmentsOf(given("consignments").filter(isNode), differ);
  const goods = [...new Set(given("goods"))].filter((text) => typeof text === "string");
  const lists = LISTS.flatMap((name): [string, Fact][] => {
    const all = given(name).filter((entry) => typeof entry === "string");
    const isGiven = filers.some((facts) => facts[name] !== undefined);
    return isGiven ? [[name, [...new Set(all)]]] : [];
  });
  return {
    facts: {
      ...(consignments === undefined ? {} : { consignments }),
      ...(goods.length === 0 ? {} : { goods: goods.length === 1 ? (goods[0] ?? "") : goods }),
      ...Object.fromEntries(lists),
    },
    differ: [...new Set(differ)],
  };
}

function consignmentsOf(records: readonly Level[], differ: string[]): Level | undefined {
  const [only] = records;
  if (records.length < 2) return only;
  const houses = records.flatMap((record) =>
    (Array.isArray(record.houses) ? record.houses : []).filter(isNode),
  );
  const master = mergedLevel(
    records.map(({ houses: _, ...level }) => level),
    "",
    differ,
  );
  return houses.length === 0 ? master : { ...master, houses: mergedHouses(houses, differ) };
}

/** Houses without a reference are nobody else's. */
function mergedHouses(houses: readonly Level[], differ: string[]): readonly Level[] {
  const groups = Map.groupBy(houses, (house) => house.reference ?? house);
  return [...groups].map(([reference, same]) =>
    mergedLevel(same, typeof reference === "string" ? ` of ${reference}` : "", differ),
  );
}

function mergedLevel(levels: readonly Level[], where: string, differ: string[]): Level {
  const names = [...new Set(levels.flatMap((level) => Object.keys(level)))];
  return Object.fromEntries(
    names.map((name) => {
      const said = withoutLess(levels.flatMap((level) => level[name] ?? []));
      if (said.length > 1 && COMPARED.includes(name)) differ.push(`${name}${where}`);
      return [name, said.length === 1 ? said[0] : said];
    }),
  );
}

/** Leaves out values that another value already contains. Example: a name alone, beside the same name with an address. */
function withoutLess(values: readonly unknown[]): readonly unknown[] {
  return values.filter(
    (value, at) =>
      !values.some(
        (other, index) => index !== at && says(other, value) && (!says(value, other) || index < at),
      ),
  );
}

function says(more: unknown, less: unknown): boolean {
  if (!isNode(more) || !isNode(less)) return folded(more) === folded(less);
  return Object.entries(less).every(([name, value]) => folded(more[name]) === folded(value));
}

/** Capitals and blanks make no other party. */
function folded(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.normalize("NFKC").trim().replace(/\s+/gu, " ").toLowerCase();
}
