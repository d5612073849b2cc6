/** The machine of formalities, and every standard kind as it is written. */
import type {
  Facts,
  FactType,
  FormalityActor,
  FormalityField,
  FormalityKind,
} from "@customhouse/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyStep,
  type Formality,
  type FormalityEvent,
  formalityAsOf,
  isInForce,
  standardFormalities,
  takeStep,
} from "../src/index.ts";

const CASE_ID = "019587a0-0000-7000-8000-0000000000f1";
const UTC = { timeZone: "UTC" };
const HOLDER = "XA1000001";

describe.each(standardFormalities.map((kind) => [kind.kind, kind] as const))(
  "%s",
  (_name, kind) => {
    const fields = new Set(kind.fields.map((field) => field.name));
    const states = Object.keys(kind.states);

    it("speaks only of its own states and fields", () => {
      for (const step of kind.steps) {
        for (const state of [...(step.from ?? []), ...(step.to === undefined ? [] : [step.to])])
          expect(states, step.step).toContain(state);
        const named = [
          ...(step.needs ?? []),
          ...(step.gives ?? []),
          ...Object.keys(step.sets ?? {}).filter((name) => name !== "authorisation"),
          ...(step.if ?? []).map((test) => test.fact),
          ...(step.moves ?? []).flatMap((move) => [
            move.amount.replace(/^-/, ""),
            ...(move.mayOwe === undefined ? [] : [move.mayOwe]),
            ...[...`${move.account} ${move.unit} ${move.counter}`.matchAll(/\{(\w+)\}/g)]
              .map(([, name = ""]) => name)
              .filter((name) => name !== "number" && name !== "holder"),
          ]),
        ];
        for (const name of named) expect(fields, step.step).toContain(name);
      }
      const facts = [kind.agency, kind.validity?.from, kind.validity?.to, ...(kind.seenBy ?? [])];
      for (const name of facts) if (name !== undefined) expect(fields).toContain(name);
    });

    it("begins somewhere, reaches every state, and leaves none that is closed", () => {
      expect(kind.steps.some((step) => step.from === undefined && step.to !== undefined)).toBe(
        true,
      );
      const reached = new Set(
        kind.steps.flatMap((step) => (step.to === undefined ? [] : [step.to])),
      );
      expect([...reached].sort()).toEqual([...states].sort());
      for (const step of kind.steps.filter(({ step: name }) => name !== "mirror"))
        for (const state of step.from ?? [])
          expect(kind.states[state]?.closed, step.step).not.toBe(true);
      for (const [name, state] of Object.entries(kind.states)) {
        const left = kind.steps.some((step) => step.from?.includes(name) && step.to !== name);
        expect(left || state.closed === true, name).toBe(true);
      }
    });

    it("has a step of the system for whatever its clock does", () => {
      for (const clock of kind.clocks ?? []) {
        if (clock.on !== undefined) expect(fields).toContain(clock.on);
        for (const state of clock.in) {
          const step = kind.steps.find(
            (one) =>
              one.step === clock.step && one.from?.includes(state) && one.by.includes("system"),
          );
          expect(step, `${clock.step} from ${state}`).toBeDefined();
        }
      }
    });

    it("stays in its table over any steps by anybody, and keeps its money", () => {
      fc.assert(
        fc.property(fc.array(aStep(kind), { minLength: 1, maxLength: 30 }), (steps) => {
          const played = play(kind, steps);
          for (const formality of played.states) {
            expect(states).toContain(formality.state);
            const { deadlines } = formality;
            expect(new Set(deadlines.map((entry) => entry.kind)).size).toBe(deadlines.length);
          }
          const again = played.events.reduce<Formality | undefined>(
            (state, event) => applyStep(state, event, CASE_ID, kind, UTC),
            undefined,
          );
          expect(again).toEqual(played.states.at(-1));
          for (const { own, amountMinor } of played.moves)
            if (amountMinor > 0n) expect(own).toBe(HOLDER);
        }),
        { numRuns: 60 },
      );
    });
  },
);

interface PlayedStep {
  readonly step: string;
  readonly as: FormalityActor;
  readonly subject: string;
  readonly facts: Facts;
  readonly personal: readonly string[];
  readonly words: boolean;
}

const SAMPLE: Readonly<Record<FactType, fc.Arbitrary<Facts[string]>>> = {
  text: fc.constant("plain words"),
  code: fc.constantFrom("XAVET", "KGM", "USD"),
  codes: fc.constant(["A"]),
  day: fc.constantFrom("2026-01-31", "2027-12-31", "2025-06-01"),
  decimal: fc.constantFrom("0", "10", "12.345678", "999999999999"),
  tin: fc.constant("XA1000002"),
  tins: fc.constant(["XA1000002"]),
  country: fc.constant("FR"),
  commodities: fc.constant(["3004"]),
  reference: fc.constantFrom("XADEF0001", "XAGUA0002", "quota/054003"),
  references: fc.constant(["26XA0001"]),
  flag: fc.constant("yes"),
  record: fc.constant({ Name: "A" }),
};

function sampleOf(field: FormalityField): fc.Arbitrary<Facts[string]> {
  const { oneOf } = field;
  if (oneOf === undefined) return SAMPLE[field.type];
  return field.type === "codes" ? fc.subarray([...oneOf]) : fc.constantFrom(...oneOf);
}

function aStep(kind: FormalityKind): fc.Arbitrary<PlayedStep> {
  const names = [...new Set(kind.steps.map((step) => step.step))];
  return fc.constantFrom(...names).chain((step) => {
    const definitions = kind.steps.filter((entry) => entry.step === step);
    const begins = definitions.some((entry) => entry.from === undefined);
    const wanted = begins
      ? kind.fields.filter((field) => field.required).map((field) => field.name)
      : definitions.flatMap((entry) => [...(entry.needs ?? []), ...(entry.gives ?? [])]);
    const fields = kind.fields.filter((field) => wanted.includes(field.name));
    const open = fields.filter((field) => field.personal !== true);
    return fc.record({
      step: fc.constant(step),
      as: fc.constantFrom(...definitions.flatMap((entry) => entry.by), "holder" as const),
      subject: fc.constantFrom("one", "two", "three"),
      facts: fc.record(Object.fromEntries(open.map((field) => [field.name, sampleOf(field)]))),
      personal: fc.constant(
        fields.filter((field) => field.personal === true).map((field) => field.name),
      ),
      words: fc.boolean(),
    });
  });
}

function play(kind: FormalityKind, steps: readonly PlayedStep[]) {
  const states: Formality[] = [];
  const events: FormalityEvent[] = [];
  const moves: { readonly own: string | undefined; readonly amountMinor: bigint }[] = [];
  let now = Date.parse("2026-03-02T08:00:00Z");
  const holders: Record<string, string> = { XADEF0001: HOLDER, XAGUA0002: "XA1000002" };
  for (const { step, as, subject, facts, personal, words } of steps) {
    now += 60_000;
    const taken = takeStep(
      states.at(-1),
      {
        step,
        by: { as, subject },
        holder: HOLDER,
        facts,
        ...(personal.length === 0 ? {} : { personal: { names: personal, digest: "d" } }),
        ...(words ? { wordsDigest: "w" } : {}),
      },
      {
        kind,
        caseId: CASE_ID,
        number: "NUM1",
        code: "CODE",
        now: new Date(now).toISOString(),
        country: UTC,
        decimalsOf: (unit) => (unit === "USD" ? 2 : 6),
        holderOf: (account) => holders[account],
        agencies: ["XAVET"],
      },
    );
    if (taken.kind === "refused") continue;
    states.push(taken.formality);
    events.push(taken.event);
    for (const { account, amountMinor } of taken.reservations)
      moves.push({ own: account.includes("NUM1") ? HOLDER : holders[account], amountMinor });
  }
  return { states, events, moves };
}

describe("time", () => {
  const [permit] = standardFormalities.filter((kind) => kind.kind === "permit");
  if (permit === undefined) throw new Error("no permit");
  const event = (step: string, state: string, at: string, facts: Facts = {}): FormalityEvent => ({
    type: "FormalityStepTaken",
    v: 1,
    at,
    body: {
      kind: "permit",
      number: "N",
      code: "C",
      holder: HOLDER,
      step,
      state,
      by: { as: "agency", subject: "s" },
      facts,
    },
  });
  const history = [
    { event: event("apply", "applied", "2026-01-10T10:00:00Z"), knownAt: "2026-01-10T10:00:00Z" },
    {
      event: event("issue", "issued", "2026-01-20T10:00:00Z", {
        validFrom: "2026-02-01",
        validTo: "2026-06-30",
      }),
      knownAt: "2026-01-20T10:00:00Z",
    },
    // Revoked from the first of March, which came to be known a fortnight later.
    { event: event("revoke", "revoked", "2026-03-01T00:00:00Z"), knownAt: "2026-03-15T09:00:00Z" },
  ];
  const on = (day: string, knownOn?: string) =>
    formalityAsOf(history, permit, CASE_ID, {
      day,
      ...(knownOn === undefined ? {} : { knownOn }),
      country: UTC,
    });

  it("tells how it stood on a day, with what was known on another", () => {
    expect(on("2026-01-01")).toBeUndefined();
    expect(on("2026-01-15")?.state).toBe("applied");
    expect(on("2026-03-05", "2026-03-05")?.state).toBe("issued");
    expect(on("2026-03-05", "2026-03-20")?.state).toBe("revoked");
  });

  it("counts the last day of validity whole, and ends with it", () => {
    const issued = on("2026-02-01");
    if (issued === undefined) throw new Error("not issued");
    expect(isInForce(issued, permit, "2026-01-31")).toBe(false);
    expect(isInForce(issued, permit, "2026-02-01")).toBe(true);
    expect(isInForce(issued, permit, "2026-06-30")).toBe(true);
    expect(isInForce(issued, permit, "2026-07-01")).toBe(false);
    expect(issued.deadlines).toEqual([
      { kind: "formality:expire", dueAt: "2026-07-01T00:00:00.000Z" },
    ]);
  });
});

describe("an authorised economic operator", () => {
  const [aeo] = standardFormalities.filter((kind) => kind.kind === "aeo");
  if (aeo === undefined) throw new Error("no kind");
  const base = { holder: HOLDER, facts: {} };
  const through = (criteriaMet: readonly string[], grantor: string) =>
    play(aeo, [
      {
        ...base,
        step: "apply",
        as: "holder",
        subject: "t",
        facts: { type: "S" },
        personal: [],
        words: false,
      },
      { ...base, step: "accept", as: "customs", subject: "a", personal: [], words: false },
      {
        ...base,
        step: "recordCriteria",
        as: "customs",
        subject: "a",
        facts: { criteriaMet, visitedOn: "2026-02-02" },
        personal: [],
        words: false,
      },
      { ...base, step: "grant", as: "customs", subject: grantor, personal: [], words: false },
    ]).states.at(-1);

  it("is granted only what its criteria carry, and by other eyes", () => {
    const all = ["compliance", "records", "solvency", "security"];
    expect(through(all, "b")).toMatchObject({ state: "granted", facts: { authorisation: "AEOS" } });
    expect(through(all, "a")?.state).toBe("validating");
    expect(through(all.slice(1), "b")?.state).toBe("validating");
    expect(through(["compliance", "records", "solvency", "competence"], "b")?.state).toBe(
      "validating",
    );
  });
});
