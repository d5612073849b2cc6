/**
 * The kinds of a country: the standard ones as they are, changed in rows of their own, or left out, and kinds that only
 * this country has. A change names what differs and nothing else, so that what is mended in the standard reaches it.
 */
import type { FormalityField, FormalityKind, FormalityStep } from "@customhouse/model";
import type { Kind, KindBehaviour } from "../behaviour/behaviour.ts";
import { kindProblems } from "./kind-problems.ts";

/** A field that there is takes the rules that are given; a new one is given whole. */
export type FieldChange = Pick<FormalityField, "name"> & Partial<FormalityField>;

/** The properties of a kind that a change replaces as a whole. */
type Whole = Pick<
  FormalityKind,
  | "title"
  | "prefix"
  | "roles"
  | "account"
  | "outcomes"
  | "oneTimeCode"
  | "validity"
  | "seenBy"
  | "parts"
  | "agency"
  | "verifiable"
  | "legalReference"
>;

export interface KindChange extends Partial<Whole> {
  /** The kind that is changed. */
  readonly kind: string;
  /** By name. */
  readonly fields?: readonly FieldChange[];
  readonly withoutFields?: readonly string[];
  /** By name. */
  readonly states?: FormalityKind["states"];
  readonly withoutStates?: readonly string[];
  /** All rows of a step that is named here take the place of all rows that it has; a new step is added. */
  readonly steps?: readonly FormalityStep[];
  readonly withoutSteps?: readonly string[];
  /** All clocks that take a step take the place of those that took it. */
  readonly clocks?: FormalityKind["clocks"];
  /** Part by part; of the clock, step by step. */
  readonly behaviour?: KindBehaviour;
}

export interface KindChanges {
  readonly changed?: readonly KindChange[];
  readonly added?: readonly Kind[];
  /** Names of kinds that the country does not have. */
  readonly without?: readonly string[];
}

export interface MergedKinds {
  readonly kinds: readonly Kind[];
  /** The problems of the kinds and of the changes. Empty: there are none. */
  readonly problems: readonly string[];
}

export function mergeKinds(
  base: readonly Kind[],
  { changed = [], added = [], without = [] }: KindChanges,
): MergedKinds {
  const names = new Set(base.map(({ kind }) => kind));
  const kept = base.filter(({ kind }) => !without.includes(kind));
  const merged = kept.map((kind) =>
    changed.filter((change) => change.kind === kind.kind).reduce(mergeKind, kind),
  );
  const kinds = [...merged, ...added];
  return {
    kinds,
    problems: [
      ...[...changed.map(({ kind }) => kind), ...without]
        .filter((kind) => !names.has(kind))
        .map((kind) => `there is no kind ${kind} to be changed`),
      ...changed.flatMap((change) => unknownParts(change, base)),
      ...twiceProblems(kinds),
      ...kinds.flatMap(kindProblems),
    ],
  };
}

/** For a country's folder: a kind with a problem is a bug there, and no server starts with it. */
export function soundKinds({ kinds, problems }: MergedKinds): readonly Kind[] {
  if (problems.length > 0) throw new Error(`kinds of the country: ${problems.join("; ")}`);
  return kinds;
}

function mergeKind(kind: Kind, change: KindChange): Kind {
  const { fields, withoutFields, states, withoutStates, steps, withoutSteps, clocks, ...rest } =
    change;
  const { behaviour, ...whole } = rest;
  return {
    ...kind,
    ...whole,
    fields: mergeFields(kind.fields, fields, withoutFields),
    states: Object.fromEntries(
      Object.entries({ ...kind.states, ...states }).filter(
        ([name]) => withoutStates?.includes(name) !== true,
      ),
    ),
    steps: replaced(kind.steps, steps).filter(({ step }) => withoutSteps?.includes(step) !== true),
    ...(kind.clocks === undefined && clocks === undefined
      ? {}
      : { clocks: replaced(kind.clocks ?? [], clocks) }),
    ...(kind.behaviour === undefined && behaviour === undefined
      ? {}
      : { behaviour: mergeBehaviour(kind.behaviour ?? {}, behaviour ?? {}) }),
  };
}

function mergeFields(
  base: readonly FormalityField[],
  changes: readonly FieldChange[] = [],
  without: readonly string[] = [],
): readonly FormalityField[] {
  const changeOf = new Map(changes.map((change) => [change.name, change]));
  const known = new Set(base.map(({ name }) => name));
  const added = changes.filter(({ name }) => !known.has(name));
  return [
    ...base
      .filter(({ name }) => !without.includes(name))
      .map((field) => ({ ...field, ...changeOf.get(field.name) })),
    ...(added as readonly FormalityField[]),
  ];
}

/** Rows of the same step stand where the first of them stood: the first whose conditions hold is taken. */
function replaced<T extends { readonly step: string }>(
  base: readonly T[],
  rows: readonly T[] = [],
): readonly T[] {
  const changed = new Set(rows.map(({ step }) => step));
  const known = new Set(base.map(({ step }) => step));
  const first = (row: T) => base.find(({ step }) => step === row.step) === row;
  return [
    ...base.flatMap((row) => {
      if (!changed.has(row.step)) return [row];
      return first(row) ? rows.filter(({ step }) => step === row.step) : [];
    }),
    ...rows.filter(({ step }) => !known.has(step)),
  ];
}

function mergeBehaviour(base: KindBehaviour, change: KindBehaviour): KindBehaviour {
  const whenClockStrikes = { ...base.whenClockStrikes, ...change.whenClockStrikes };
  return {
    ...base,
    ...change,
    ...(Object.keys(whenClockStrikes).length === 0 ? {} : { whenClockStrikes }),
  };
}

/** A field that is removed must exist, and a field that is added must be complete. */
function unknownParts(change: KindChange, base: readonly Kind[]): readonly string[] {
  const kind = base.find((entry) => entry.kind === change.kind);
  if (kind === undefined) return [];
  const { withoutFields = [], withoutStates = [], withoutSteps = [], fields = [] } = change;
  const hasField = (name: string) => kind.fields.some((field) => field.name === name);
  const hasStep = (name: string) => kind.steps.some(({ step }) => step === name);
  return [
    ...withoutFields.filter((name) => !hasField(name)).map((name) => `has no field ${name}`),
    ...withoutStates
      .filter((name) => kind.states[name] === undefined)
      .map((name) => `has no state ${name}`),
    ...withoutSteps.filter((name) => !hasStep(name)).map((name) => `has no step ${name}`),
    ...fields
      .filter(({ name, type, title }) => !hasField(name) && (!type || !title))
      .map(({ name }) => `the new field ${name} needs a type and a title`),
  ].map((problem) => `${kind.kind}: ${problem}`);
}

function twiceProblems(kinds: readonly Kind[]): readonly string[] {
  return kinds.flatMap(({ kind, prefix }, at) => {
    const earlier = kinds.slice(0, at);
    return [
      ...(earlier.some((other) => other.kind === kind) ? [`the kind ${kind} stands twice`] : []),
      ...(earlier.some((other) => other.prefix === prefix)
        ? [`${kind}: another kind has the prefix ${prefix}`]
        : []),
    ];
  });
}
