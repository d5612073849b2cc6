/** A country changes kinds in narrow rows, leaves some out, and has kinds of its own. */
import { words } from "@customhouse/model";
import { describe, expect, it } from "vitest";
import {
  behaviourOf,
  type Formality,
  type Kind,
  type KindChange,
  kindProblems,
  mergeKinds,
  soundKinds,
  standardFormalities,
  takeStep,
} from "../src/index.ts";

const HOLDER = "XA1000001";
const TITLE = words("One", "Un", "Uno", "واحد");

const kindIn = (kinds: readonly Kind[], name: string): Kind => {
  const found = kinds.find(({ kind }) => kind === name);
  if (found === undefined) throw new Error(`no kind ${name}`);
  return found;
};
const changed = (change: KindChange) => mergeKinds(standardFormalities, { changed: [change] });
const standard = (name: string) => kindIn(standardFormalities, name);

function take(
  kind: Kind,
  step: string,
  facts: Formality["facts"] = {},
  before?: Formality,
  as: "holder" | "customs" = "holder",
) {
  return takeStep(
    before,
    { step, by: { as, subject: as }, holder: HOLDER, facts },
    {
      kind,
      caseId: "019587a0-0000-7000-8000-0000000000f1",
      number: "N1",
      code: "C1",
      now: "2026-03-02T08:00:00.000Z",
      country: { timeZone: "UTC" },
      decimalsOf: () => 2,
      holderOf: () => HOLDER,
      agencies: [],
    },
  );
}

/** Asked for and answered: the smallest kind there is, which its country gives a behaviour. */
const permission: Kind = {
  kind: "nightWork",
  title: TITLE,
  prefix: "NWK",
  fields: [{ name: "place", type: "text", title: TITLE, required: true }],
  states: { asked: { title: TITLE }, given: { title: TITLE, closed: true, inForce: true } },
  steps: [
    { step: "ask", title: TITLE, to: "asked", by: ["holder"] },
    { step: "give", title: TITLE, from: ["asked"], to: "given", by: ["customs", "system"] },
  ],
  clocks: [{ in: ["asked"], days: 1, step: "give" }],
  behaviour: {
    register: ({ holder }, isInForce) =>
      isInForce ? { authorised: { tin: holder, codes: ["NIGHT"] } } : {},
  },
  legalReference: "none",
};

describe("the standard kinds", () => {
  it.each(standardFormalities.map((kind) => [kind.kind, kind] as const))(
    "%s is sound",
    (_name, kind) => {
      expect(kindProblems(kind)).toEqual([]);
    },
  );

  it("are as they were where a country changes nothing", () => {
    expect(mergeKinds(standardFormalities, {})).toEqual({
      kinds: standardFormalities,
      problems: [],
    });
  });
});

describe("a country", () => {
  it("adds a step to a kind, with a state and a field of its own", () => {
    const { kinds, problems } = changed({
      kind: "mandate",
      fields: [{ name: "witness", type: "text", title: TITLE }],
      states: { witnessed: { title: TITLE, inForce: true } },
      steps: [
        {
          step: "witness",
          title: TITLE,
          from: ["granted"],
          to: "witnessed",
          by: ["customs"],
          needs: ["witness"],
        },
      ],
    });
    expect(problems).toEqual([]);
    const mandate = kindIn(kinds, "mandate");
    const granted = take(mandate, "grant", { representative: "XA1000002", capacity: "direct" });
    if (granted.kind === "refused") throw new Error(granted.message);
    const missing = take(mandate, "witness", {}, granted.formality, "customs");
    expect(missing).toMatchObject({ kind: "refused", code: "CH3204" });
    expect(
      take(mandate, "witness", { witness: "Notary" }, granted.formality, "customs"),
    ).toMatchObject({ kind: "taken", formality: { state: "witnessed" } });
    expect(standard("mandate").states.witnessed).toBeUndefined();
    expect(kinds.filter(({ kind }) => kind !== "mandate")).toEqual(
      standardFormalities.filter(({ kind }) => kind !== "mandate"),
    );
  });

  it("replaces the rule of a field, and keeps what it does not name", () => {
    const { kinds, problems } = changed({
      kind: "mandate",
      fields: [{ name: "capacity", oneOf: ["direct"] }],
    });
    expect(problems).toEqual([]);
    const mandate = kindIn(kinds, "mandate");
    const asked = { representative: "XA1000002", capacity: "indirect" };
    expect(take(standard("mandate"), "grant", asked).kind).toBe("taken");
    expect(take(mandate, "grant", asked)).toMatchObject({ kind: "refused", code: "CH3204" });
    expect(mandate.fields.map(({ name }) => name)).toEqual(
      standard("mandate").fields.map(({ name }) => name),
    );
  });

  it("replaces all rows of a step where the first of them stood", () => {
    const { kinds, problems } = changed({
      kind: "filing",
      steps: [
        { step: "fileHouse", title: TITLE, from: ["partial"], to: "complete", by: ["holder"] },
      ],
    });
    expect(problems).toEqual([]);
    const names = (kind: Kind) => [...new Set(kind.steps.map(({ step }) => step))];
    const filing = kindIn(kinds, "filing");
    expect(names(filing)).toEqual(names(standard("filing")));
    expect(filing.steps.filter(({ step }) => step === "fileHouse")).toHaveLength(1);
  });

  it("replaces a clock and keeps the behaviour, or changes a part of it", () => {
    const { kinds } = changed({
      kind: "filing",
      clocks: [{ in: ["complete"], days: 1, step: "assess" }],
      behaviour: { afterStep: () => [] },
    });
    const filing = kindIn(kinds, "filing");
    expect(filing.clocks?.map(({ step, days }) => [step, days])).toEqual([
      ["assess", 1],
      ["lapse", 200],
    ]);
    expect(behaviourOf(filing)).toEqual({
      ...behaviourOf(standard("filing")),
      afterStep: expect.any(Function),
    });
  });

  it("has a kind of its own, with a behaviour, and leaves another out", () => {
    const { kinds, problems } = mergeKinds(standardFormalities, {
      added: [permission],
      without: ["offence"],
    });
    expect(problems).toEqual([]);
    expect(kinds).toHaveLength(standardFormalities.length);
    expect(kinds.some(({ kind }) => kind === "offence")).toBe(false);
    expect(take(kindIn(kinds, "nightWork"), "ask", { place: "Quay 4" }).kind).toBe("taken");
  });

  it("is told what is wrong, all at once", () => {
    const { problems } = mergeKinds(standardFormalities, {
      changed: [
        { kind: "passport" },
        {
          kind: "mandate",
          fields: [{ name: "seal" }],
          withoutFields: ["capacity", "colour"],
          states: { lost: { title: TITLE } },
          steps: [
            { step: "lend", title: TITLE, from: ["gone"], by: ["holder"], needs: ["colour"] },
          ],
          clocks: [{ in: ["lost"], days: 1, step: "revoke" }],
        },
      ],
      added: [{ ...permission, prefix: "MAN" }],
    });
    expect(problems).toEqual([
      "there is no kind passport to be changed",
      "mandate: has no field colour",
      "mandate: the new field seal needs a type and a title",
      "nightWork: another kind has the prefix MAN",
      "mandate: the state lost cannot be reached",
      "mandate: lend names the unknown state gone",
      "mandate: lend takes the unknown field colour",
      "mandate: the clock cannot take revoke from lost",
    ]);
  });

  it("does not start with kinds that are not sound", () => {
    const { steps: _, ...rest } = permission;
    const merged = mergeKinds([], { added: [{ ...rest, steps: [] }] });
    expect(() => soundKinds(merged)).toThrow("nightWork: no step begins it");
    expect(soundKinds(mergeKinds([], { added: [permission] }))).toEqual([permission]);
  });
});
