/**
 * Whom and what a cargo filing names: the shape of its record `consignments`. Parties stand at the master level, at each
 * of the houses, or at both. Members that are not named here are kept as they are and read by nobody.
 */
import { isNode } from "./values-at.ts";

export const FILED_ROLES = [
  "consignor",
  "consignee",
  "notifyParty",
  "carrier",
  "buyer",
  "seller",
] as const;

export interface FiledParty {
  readonly name?: string;
  /** TIN, or the number of a register elsewhere. */
  readonly identifier?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly address?: string;
}

export interface FiledMeans {
  readonly name?: string;
  readonly imoNumber?: string;
}

type FiledLevel = { readonly [Role in (typeof FILED_ROLES)[number]]?: FiledParty };

export interface FiledConsignments extends FiledLevel {
  readonly transportMeans?: FiledMeans;
  readonly houses?: readonly FiledLevel[];
}

export interface FiledProblem {
  /** JSON Pointer from the record. */
  readonly pointer: string;
  readonly message: string;
}

const MAX_HOUSES = 200;
/** All of them are screened: who names more files the houses apart. */
const MAX_PARTIES = 150;
const TEXT = /^\P{Cc}{1,300}$/u;
const PARTY: Readonly<Record<keyof FiledParty, RegExp>> = {
  name: TEXT,
  identifier: /^\P{Cc}{1,35}$/u,
  country: /^[A-Z]{2}$/,
  address: TEXT,
};
const MEANS: Readonly<Record<keyof FiledMeans, RegExp>> = {
  name: TEXT,
  imoNumber: /^(IMO ?)?\d{7}$/,
};

/** What cannot be read of the record: a party that is written otherwise would go past the watch lists. */
export function filedProblems(record: unknown): readonly FiledProblem[] {
  if (!isNode(record)) return [{ pointer: "", message: "is not an object" }];
  const { houses = [], transportMeans } = record;
  const ofHouses =
    !Array.isArray(houses) || houses.length > MAX_HOUSES
      ? [{ pointer: "/houses", message: `is not a list of at most ${MAX_HOUSES} houses` }]
      : houses.flatMap((house, at) => levelProblems(house, `/houses/${at}`));
  const problems = [
    ...levelProblems(record, ""),
    ...membersProblems(transportMeans, "/transportMeans", MEANS),
    ...ofHouses,
  ];
  if (problems.length > 0) return problems;
  return filedNames(record).parties.length > MAX_PARTIES
    ? [{ pointer: "", message: `names more than ${MAX_PARTIES} parties` }]
    : [];
}

function levelProblems(level: unknown, pointer: string): readonly FiledProblem[] {
  if (!isNode(level)) return [{ pointer, message: "is not an object" }];
  return FILED_ROLES.flatMap((role) => membersProblems(level[role], `${pointer}/${role}`, PARTY));
}

function membersProblems(
  value: unknown,
  pointer: string,
  shapes: Readonly<Record<string, RegExp>>,
): readonly FiledProblem[] {
  if (value === undefined) return [];
  if (!isNode(value)) return [{ pointer, message: "is not an object" }];
  return Object.entries(shapes).flatMap(([name, shape]) => {
    const member = value[name];
    const isSound = member === undefined || (typeof member === "string" && shape.test(member));
    return isSound ? [] : [{ pointer: `${pointer}/${name}`, message: `is not a ${name}` }];
  });
}

export interface Filed {
  readonly parties: readonly FiledParty[];
  readonly means: readonly FiledMeans[];
}

/** Everybody whom a record without problems names, the master level first. */
export function filedNames(record: FiledConsignments): Filed {
  const { houses = [], transportMeans } = record;
  return {
    parties: [record, ...houses].flatMap((level) =>
      FILED_ROLES.flatMap((role) => level[role] ?? []),
    ),
    means: transportMeans === undefined ? [] : [transportMeans],
  };
}
