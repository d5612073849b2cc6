/**
 * Whom and what a cargo filing names: the shape of its record `consignments`, as one filer gives it. Parties stand at the
 * master level, at each of the houses, or at both. Members that are not named here are kept and read by nobody.
 */
import { isNode } from "@customhouse/model";

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

export interface FiledProblem {
  /** JSON Pointer from the record. */
  readonly pointer: string;
  readonly message: string;
}

const MAX_HOUSES = 200;
/** The reference of a house: its transport document. It identifies the same house in the data of several filers. */
const REFERENCE = /^[\w/().:-]{1,70}$/;
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

/** The parts of the record that cannot be read: a party in them would not be screened against the watch lists. */
export function filedProblems(record: unknown): readonly FiledProblem[] {
  if (!isNode(record)) return [{ pointer: "", message: "is not an object" }];
  const { houses = [], transportMeans } = record;
  const ofHouses =
    !Array.isArray(houses) || houses.length > MAX_HOUSES
      ? [{ pointer: "/houses", message: `is not a list of at most ${MAX_HOUSES} houses` }]
      : houses.flatMap((house, at) => houseProblems(house, at, houses));
  const problems = [
    ...levelProblems(record, ""),
    ...membersProblems(transportMeans, "/transportMeans", MEANS),
    ...ofHouses,
  ];
  return problems.length > 0 ? problems : tooManyNames(record);
}

/** The limits, which hold for what all filers gave together, too. */
export function tooManyNames(record: unknown): readonly FiledProblem[] {
  const houses = isNode(record) ? listOf(record.houses) : [];
  if (houses.length > MAX_HOUSES)
    return [{ pointer: "/houses", message: `is not a list of at most ${MAX_HOUSES} houses` }];
  return filedNames(record).parties.length > MAX_PARTIES
    ? [{ pointer: "", message: `names more than ${MAX_PARTIES} parties` }]
    : [];
}

function houseProblems(
  house: unknown,
  at: number,
  houses: readonly unknown[],
): readonly FiledProblem[] {
  const pointer = `/houses/${at}`;
  const problems = levelProblems(house, pointer);
  const reference = isNode(house) ? house.reference : undefined;
  if (reference === undefined) return problems;
  const place = `${pointer}/reference`;
  if (typeof reference !== "string" || !REFERENCE.test(reference))
    return [...problems, { pointer: place, message: "is not a reference" }];
  const isTwice = houses.some(
    (other, index) => index < at && isNode(other) && other.reference === reference,
  );
  return isTwice ? [...problems, { pointer: place, message: "stands twice" }] : problems;
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

/**
 * Everybody whom a record or a picture of several filers names, the master level first: of a place all that were said.
 * What was kept before its shape was looked at is left out where it cannot be read.
 */
export function filedNames(record: unknown): Filed {
  if (!isNode(record)) return { parties: [], means: [] };
  const levels = [record, ...listOf(record.houses)].filter(isNode);
  return {
    parties: levels.flatMap((level) =>
      FILED_ROLES.flatMap((role) => soundOf<FiledParty>(level[role], PARTY)),
    ),
    means: soundOf<FiledMeans>(record.transportMeans, MEANS),
  };
}

function soundOf<T>(said: unknown, shapes: Readonly<Record<keyof T & string, RegExp>>): T[] {
  return listOf(said).filter(
    (one): one is T => one !== undefined && membersProblems(one, "", shapes).length === 0,
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
