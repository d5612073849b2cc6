/** A formality as it stands, folded from its events. No personal data: fields that are personal are known by digest. */
import {
  afterDays,
  type Deadline,
  endOfDay,
  type Facts,
  type FormalityActor,
  type FormalityKind,
  type InTimeZone,
  isDay,
  legalDay,
} from "@customhouse/model";

export interface Formality {
  readonly caseId: string;
  readonly kind: string;
  readonly number: string;
  /** Shown with the number to prove that one has seen the document. */
  readonly code: string;
  readonly state: string;
  readonly eventCount: number;
  /** TIN of whom it concerns. */
  readonly holder: string;
  readonly agency?: string;
  readonly facts: Facts;
  /** Hex SHA-256 of the personal fields as they are stored apart. */
  readonly personalDigest?: string;
  /** The person who took each step: for steps that a second person must take. */
  readonly taken: readonly { readonly step: string; readonly subject: string }[];
  readonly begun: string;
  readonly changed: string;
  readonly deadlines: readonly Deadline[];
}

export interface FormalityActing {
  readonly as: FormalityActor;
  /** Stable pseudonym of the person or machine. */
  readonly subject: string;
}

export interface FormalityEvent {
  readonly type: "FormalityStepTaken";
  readonly v: 1;
  /** When it counts. */
  readonly at: string;
  readonly body: {
    readonly kind: string;
    readonly number: string;
    readonly code: string;
    readonly holder: string;
    readonly agency?: string;
    readonly step: string;
    readonly state: string;
    readonly by: FormalityActing;
    readonly facts: Facts;
    readonly personalDigest?: string;
    readonly wordsDigest?: string;
  };
}

const MAX_TAKEN = 200;

export function applyStep(
  before: Formality | undefined,
  event: FormalityEvent,
  caseId: string,
  kind: FormalityKind,
  country: InTimeZone,
): Formality {
  const { body, at } = event;
  const personalDigest = body.personalDigest ?? before?.personalDigest;
  const facts = { ...before?.facts, ...body.facts };
  const { step, state, by, holder, number, code } = body;
  const agency = body.agency ?? before?.agency;
  const stayed = before?.state === state;
  return {
    caseId,
    kind: kind.kind,
    number,
    code,
    state,
    eventCount: (before?.eventCount ?? 0) + 1,
    holder,
    ...(agency === undefined ? {} : { agency }),
    facts,
    ...(personalDigest === undefined ? {} : { personalDigest }),
    taken: [...(before?.taken ?? []), { step, subject: by.subject }].slice(-MAX_TAKEN),
    begun: before?.begun ?? at,
    changed: at,
    deadlines: deadlinesIn(kind, state, facts, {
      at,
      stayed: stayed ? before : undefined,
      step,
      country,
    }),
  };
}

/** The step by which the formality entered a state, and when. */
interface Entering {
  readonly at: string;
  /** The formality as it was, where its state has not changed. */
  readonly stayed: Formality | undefined;
  readonly step: string;
  readonly country: InTimeZone;
}

/** The deadlines of this state. A formality that stays in its state keeps the deadlines counted in days. */
function deadlinesIn(
  kind: FormalityKind,
  state: string,
  facts: Facts,
  { at, stayed, step, country }: Entering,
): readonly Deadline[] {
  return (kind.clocks ?? []).flatMap((clock) => {
    if (!clock.in.includes(state)) return [];
    const name = `formality:${clock.step}`;
    if (clock.on !== undefined) {
      const day = facts[clock.on];
      // The last day counts whole.
      return typeof day === "string" && isDay(day)
        ? [{ kind: name, dueAt: endOfDay(day, country) }]
        : [];
    }
    const before = stayed?.deadlines.find((entry) => entry.kind === name);
    // What the clock has done in this state is done, and what was done before stays so.
    if (stayed !== undefined && (step === clock.step || before === undefined)) return [];
    const dueAt = afterDays(at, clock.days ?? 0, country);
    return [before ?? { kind: name, dueAt }];
  });
}

/** In force on `day`: its state grants, and the day is within its validity (the last day counts). */
export function isInForce(
  { state, facts }: Pick<Formality, "state" | "facts">,
  kind: FormalityKind,
  day: string,
): boolean {
  if (kind.states[state]?.inForce !== true) return false;
  const from = kind.validity && facts[kind.validity.from];
  const to = kind.validity && facts[kind.validity.to];
  return (typeof from !== "string" || from <= day) && (typeof to !== "string" || day <= to);
}

export interface KnownEvent {
  readonly event: FormalityEvent;
  /** When it came to be known here. */
  readonly knownAt: string;
}

/** Legal days of the country. */
export interface FormalityAsOf {
  readonly day: string;
  /** Absent: the same day. */
  readonly knownOn?: string;
  readonly country: InTimeZone;
}

/** As it stood at the end of `day`, with what was known at the end of `knownOn`. Undefined: it had not begun. */
export function formalityAsOf(
  events: readonly KnownEvent[],
  kind: FormalityKind,
  caseId: string,
  { day, knownOn = day, country }: FormalityAsOf,
): Formality | undefined {
  const counted = events.filter(
    ({ event, knownAt }) =>
      legalDay(event.at, country) <= day && legalDay(knownAt, country) <= knownOn,
  );
  return counted.reduce<Formality | undefined>(
    (state, { event }) => applyStep(state, event, caseId, kind, country),
    undefined,
  );
}
