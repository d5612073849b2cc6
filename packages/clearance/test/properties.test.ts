/** Whatever anyone does, in whatever order: the table holds, money is conserved, nothing is released too early. */
import { declaration, type ItemOptions } from "@customhouse/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, type Case, CLOSED_CONTROL, type Command, violations } from "../src/index.ts";
import { Play } from "./play.ts";

const anItem: fc.Arbitrary<ItemOptions> = fc.record({
  commodity: fc.constantFrom("62034235", "02023000", "24022090", "85171300"),
  price: fc.integer({ min: 0, max: 99_999_999 }).map((minor) => (minor / 100).toFixed(2)),
  method: fc.constantFrom("A", "S", "X"),
});
const aDocument = fc
  .record({
    type: fc.constantFrom("IMA", "IMD", "EXA", "EXD"),
    items: fc.array(anItem, { minLength: 1, maxLength: 4 }),
    guarantee: fc.constantFrom("XADEF0001", "XAGUA0002"),
  })
  .map((options) => declaration(options));
const pointer = [{ DocumentSectionCode: "42A" }];
const findings = fc.constantFrom(
  [],
  [],
  [],
  [{ code: "XA101", path: "$", pointer, message: "no" }],
);

const aCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    type: fc.constant("Arrive" as const),
    by: fc.constantFrom("presentation" as const, "movement" as const),
    findings,
  }),
  fc.record({ type: fc.constant("Depart" as const) }),
  fc.record({
    type: fc.constant("Amend" as const),
    lrn: fc.constant("A"),
    declaration: aDocument.map(({ Declaration = {} }) => Declaration),
    digest: fc.integer({ min: 2, max: 9 }).map((n) => `d${n}`),
    changes: fc.constant([]),
    findings,
  }),
  fc.record({ type: fc.constant("Cancel" as const), lrn: fc.constant("C") }),
  fc.record({
    type: fc.constant("OrderControl" as const),
    control: fc.constantFrom("documentary" as const, "physical" as const, "non-blocking" as const),
  }),
  fc.record({
    type: fc.constant("RecordControlResult" as const),
    result: fc.constantFrom("satisfactory" as const, "detained" as const, "refused" as const),
  }),
  fc.record({
    type: fc.constant("SupplyDocument" as const),
    uploadId: fc.constant("u"),
    digest: fc.constant("d"),
    documentType: fc.constant("N935"),
  }),
  fc.record({
    type: fc.constant("DecideAgencyCheck" as const),
    checkId: fc.constant("?"),
    decision: fc.constantFrom("C03", "H01", "N02", "E03", "X00", "Z99"),
  }),
  fc.record({
    type: fc.constant("Pay" as const),
    amountMinor: fc.constant(-1n),
    reference: fc.constant("P"),
  }),
  fc.record({ type: fc.constant("RaiseQuery" as const), text: fc.constant("?") }),
  fc.record({
    type: fc.constant("AnswerQuery" as const),
    queryId: fc.constantFrom("Q1", "Q2"),
    text: fc.constant("!"),
  }),
);
const aStep = fc.oneof(
  { weight: 4, arbitrary: aCommand },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 * 86_400 }) },
);

/** Fills in what only the case knows: a real check, the amount that is owed. */
function aimed(command: Command, state: Case | undefined): Command {
  if (command.type === "DecideAgencyCheck") {
    return { ...command, checkId: state?.checks.at(-1)?.id ?? "none" };
  }
  if (command.type === "Pay") {
    const owed = (state?.duty ?? []).reduce(
      (sum, line) => sum + BigInt(line.payable.replace(".", "")),
      0n,
    );
    return { ...command, amountMinor: owed };
  }
  return command;
}

describe("for any sequence of commands", () => {
  it("the case stays in its table, and its money and milestones stay true", () => {
    fc.assert(
      fc.property(
        aDocument,
        fc.array(aStep, { maxLength: 25 }),
        fc.constantFrom(undefined, "XADEF0001", "XAGUA0002"),
        (document, steps, shortAccount) => {
          const play = new Play();
          play.shortAccount = shortAccount;
          play.submit(document);
          for (const step of steps) {
            if (typeof step === "number") play.wait(step);
            else play.do(aimed(step, play.state));
            check(play.state);
          }
          replayed(play);
        },
      ),
      { numRuns: 400 },
    );
  });
});

function check(state: Case | undefined): void {
  if (state === undefined) return;
  const { at, control, tasks, agencies, debt, reserved, duty, requests } = state;
  // Release asks for neither again: a request is decided with the command that makes it, and a task that blocks is a control.
  expect(requests.filter((request) => request.state === "open")).toEqual([]);
  if (control === "accepted" || control === "positive")
    expect(tasks.filter((task) => task.blocking && task.state === "open")).toEqual([]);
  if (at.cleared !== undefined) expect(at.released).toBeDefined();
  if (at.released !== undefined && !CLOSED_CONTROL.has(control)) {
    expect(tasks.filter((task) => task.blocking && task.state === "open")).toEqual([]);
    expect(["none", "clear"]).toContain(agencies);
    expect(["none", "reserved", "final"]).toContain(debt);
  }
  if (CLOSED_CONTROL.has(control)) {
    expect(state.deadlines).toEqual([]);
    expect(reserved).toEqual([]);
  }
  for (const line of duty) expect(line.amount).toMatch(/^\d+\.\d\d$/);
}

/** Folding the stored events again gives the same case, and every step is in the table. */
function replayed(play: Play): void {
  let state: Case | undefined;
  for (const event of play.events) {
    const after = apply(state, event, play.state?.caseId ?? "");
    if (state !== undefined) expect(violations(state, after, event.type)).toEqual([]);
    state = after;
  }
  expect(state).toEqual(play.state);
}
