/** What offences, audits and appeals found reaches the facts of the declarations they are about, and what is read of them. */
import type { FactBody } from "@customhouse/history/fact";
import { declaration } from "@customhouse/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passAllDue } from "../../src/boot/deadlines.ts";
import { recordFacts } from "../../src/rooms/risk/jobs/record-facts.ts";
import { monitoredRuns } from "../../src/rooms/risk/monitoring/runs.ts";
import { factsSince } from "../../src/rooms/risk/store/facts.ts";
import { startTestCore } from "../support/core.ts";

const HOLDER = "XA1000001";
let core: Awaited<ReturnType<typeof startTestCore>>;
let counter = 0;

beforeAll(async () => {
  core = await startTestCore();
});
afterAll(() => core?.stop());

async function lodge() {
  counter += 1;
  const bytes = new TextEncoder().encode(JSON.stringify(declaration({ lrn: `OUT-${counter}` })));
  const lodged = await core.declarations.lodge({ subject: "s", role: "system" }, bytes, {});
  if (lodged.status !== "lodged") throw new Error(lodged.message);
  return lodged;
}

type Ask = Parameters<typeof core.formalities.step>[0];

async function step(ask: Omit<Ask, "by" | "facts"> & Partial<Pick<Ask, "facts">>, hand = "anna") {
  const as = hand === HOLDER ? "holder" : "customs";
  const done = await core.formalities.step({
    facts: {},
    words: "Because",
    ...ask,
    by: { as, subject: hand },
  });
  if (done.status !== "done") throw new Error(`${ask.step}: ${done.message}`);
  return done.formality.number;
}

/** Twice, as what was read is not read again. */
async function learnt() {
  await core.sequence();
  for (let turn = 0; turn < 2; turn += 1)
    while ((await recordFacts(core.database.writerPool, core.factSource)) > 0);
  return factsSince(core.database.writerPool, "2026-01-01T00:00:00Z", 1_000);
}

async function resultsOf(caseId: string) {
  const rows = (await learnt()).filter((row) => row.caseId === caseId);
  return rows.map(({ body }) => body as FactBody).filter(({ kind }) => kind === "result");
}

async function foundOn(caseId: string) {
  return monitoredRuns(await learnt()).find((run) => run.caseId === caseId)?.found;
}

async function offence(mrn: string, label: string): Promise<string> {
  const facts = { mrn, label };
  const number = await step({ kind: "offence", holder: HOLDER, step: "report", facts });
  await step({ number, step: "propose", facts: { penalty: "50", currency: "USD" } });
  return number;
}

async function allowed(against: string, facts: Ask["facts"]): Promise<void> {
  const grounds = "It was right";
  const made = { kind: "appeal", holder: HOLDER, step: "lodge", facts: { against, grounds } };
  const number = await step(made, HOLDER);
  await step({ number, step: "open" }, "emil");
  await step({ number, step: "allow", facts: { outcome: "allowed", ...facts } }, "emil");
  core.advance(1);
  const wrong: string[] = [];
  await passAllDue(core.database, core, core.country, core.clock, (message) => wrong.push(message));
  expect(wrong).toEqual([]);
}

describe("outcomes", () => {
  it("of an offence count once it is imposed, and no longer when an appeal annuls it", async () => {
    const { caseId, mrn } = await lodge();
    const number = await offence(mrn, "undervaluation");
    expect(await resultsOf(caseId)).toEqual([]);
    await step({ number, step: "impose" }, "bert");
    const imposed = { kind: "result", control: "offence", findings: [{ code: "undervaluation" }] };
    expect(await resultsOf(caseId)).toEqual([imposed]);
    expect(await foundOn(caseId)).toBe(true);
    await allowed(number, {});
    const annulled = { kind: "result", control: "appeal", findings: [] };
    expect(await resultsOf(caseId)).toEqual([imposed, annulled]);
    expect(await foundOn(caseId)).toBe(false);
  });

  it("of an audit count for every declaration that it names, also where nothing was wrong", async () => {
    const [one, other] = [await lodge(), await lodge()];
    const facts = { declarations: [one.mrn, other.mrn], basis: "blue-lane" };
    const number = await step({ kind: "audit", holder: HOLDER, step: "select", facts });
    await step({ number, step: "find", facts: { label: "compliant" } });
    for (const { caseId } of [one, other]) {
      expect(await resultsOf(caseId)).toEqual([{ kind: "result", control: "audit", findings: [] }]);
      expect(await foundOn(caseId)).toBe(false);
    }
  });

  it("of an appeal against a declaration are the label that it corrects", async () => {
    const { caseId, mrn } = await lodge();
    await allowed(mrn, { correctedLabel: "misclassification" });
    expect(await resultsOf(caseId)).toEqual([
      { kind: "result", control: "appeal", findings: [{ code: "misclassification" }] },
    ]);
  });
});
