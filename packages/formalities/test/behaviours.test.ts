/** Behaviours are pure: a test plays the shell, and says what each effect led to. */
import { xa } from "@customhouse/country-xa";
import type { Country, Facts, Register } from "@customhouse/model";
import { describe, expect, it } from "vitest";
import {
  type Act,
  behaviourOf,
  type Formality,
  type LookUp,
  registeringKinds,
  registerOn,
  standardFormalities,
} from "../src/index.ts";

const DAY = "2026-03-02";

function formality(kind: string, facts: Facts, more: Partial<Formality> = {}): Formality {
  return {
    caseId: "019587a0-0000-7000-8000-0000000000f1",
    kind,
    number: "N1",
    code: "C1",
    state: "",
    eventCount: 1,
    holder: "XA1000001",
    facts,
    taken: [],
    begun: `${DAY}T08:00:00.000Z`,
    changed: `${DAY}T08:00:00.000Z`,
    deadlines: [],
    ...more,
  };
}

/** Every effect that is asked for, and what came out in the end. */
function strike(
  found: Formality,
  step: string,
  outcomes: Readonly<Partial<Record<(LookUp | Act)["effect"], unknown>>>,
  country: Country = xa,
) {
  const kind = standardFormalities.find((entry) => entry.kind === found.kind);
  const strikes = behaviourOf(kind).whenClockStrikes?.[step];
  if (strikes === undefined) throw new Error(`${found.kind} does nothing of its own at ${step}`);
  const asked: (LookUp | Act)[] = [];
  const acting = strikes(found, country);
  let next = acting.next();
  while (next.done !== true) {
    asked.push(next.value);
    next = acting.next(outcomes[next.value.effect]);
  }
  return { asked, outcome: next.value };
}

const refused = (httpStatus: number, code = "CH3003") => ({
  status: "refused",
  httpStatus,
  code,
  message: "No.",
});

describe("a confirmed payment", () => {
  const paid = formality("payment", { mrn: "M1", paidAmount: "12.50", paidCurrency: "USD" });

  it("pays its declaration, once", () => {
    const { asked, outcome } = strike(paid, "apply", { command: { status: "done" } });
    expect(outcome).toEqual({ kind: "step", step: "apply" });
    expect(asked).toEqual([
      {
        effect: "command",
        mrn: "M1",
        command: { type: "Pay", amountMinor: 1250n, reference: "N1" },
        subject: "bank",
        key: "N1",
      },
    ]);
  });

  it("waits to be refunded where it does not fit", () => {
    const mismatch = { kind: "step", step: "mismatch" };
    const other = { ...paid, facts: { ...paid.facts, paidCurrency: "EUR" } };
    expect(strike(other, "apply", {})).toEqual({ asked: [], outcome: mismatch });
    expect(strike(paid, "apply", { command: undefined }).outcome).toEqual(mismatch);
    expect(strike(paid, "apply", { command: refused(422) }).outcome).toEqual(mismatch);
  });

  it("is tried again where somebody else was quicker, or too much waits", () => {
    for (const status of [409, 429])
      expect(strike(paid, "apply", { command: refused(status) }).outcome).toEqual(refused(status));
  });
});

describe("an appeal that was allowed", () => {
  const facts = { against: "X1", outcome: "allowed", correctedLabel: "error", refund: "5" };

  it("corrects the declaration that it is against", () => {
    const { asked, outcome } = strike(
      formality("appeal", { ...facts, restoreQuota: "yes" }),
      "carryOut",
      { command: { status: "done" } },
    );
    expect(asked).toEqual([
      {
        effect: "command",
        mrn: "X1",
        subject: "appeals",
        command: { type: "CarryOutAppeal", appeal: "N1", restoreQuota: true, label: "error" },
      },
    ]);
    expect(outcome).toMatchObject({ known: { effects: ["refund", "quota", "label"] } });
  });

  it("annuls the formality that it is against, where it is no declaration", () => {
    const { asked, outcome } = strike(formality("appeal", facts), "carryOut", {
      command: undefined,
      findFormality: formality("audit", {}),
      takeStep: { status: "done" },
    });
    expect(asked.at(-1)).toEqual({
      effect: "takeStep",
      number: "X1",
      step: "correctByAppeal",
      subject: "appeals",
      facts: { correctedLabel: "error" },
      key: "N1/X1",
    });
    expect(outcome).toMatchObject({ known: { effects: ["refund", "label", "annulled"] } });
  });

  it("is carried out where it had reached the declaration before, and else waits", () => {
    const appeal = formality("appeal", facts);
    expect(strike(appeal, "carryOut", { command: refused(422, "CH3020") }).outcome).toMatchObject({
      step: "carryOut",
    });
    expect(strike(appeal, "carryOut", { command: refused(422) }).outcome).toEqual(refused(422));
  });
});

describe("a cargo report", () => {
  const report = formality(
    "cargoReport",
    { transportDocument: "T1", mismatch: "packages" },
    { state: "mismatched" },
  );
  const filing = formality("filing", {}, { number: "F1", state: "assessed" });

  it("matches declarations that came before it, and has its filing assessed anew", () => {
    const { asked, outcome } = strike(report, "matchFiling", {
      findUnmatched: ["M1"],
      command: { status: "done" },
      findByDocuments: [filing],
      takeStep: { status: "done" },
    });
    expect(asked.map(({ effect }) => effect)).toEqual([
      "findUnmatched",
      "command",
      "findByDocuments",
      "takeStep",
    ]);
    expect(asked.at(-1)).toMatchObject({
      number: "F1",
      step: "reassess",
      facts: { trigger: "mismatch", cargoMismatch: "packages" },
    });
    expect(outcome).toMatchObject({ step: "matchFiling", facts: { filing: "F1" } });
  });

  it("has nothing to match, or tries again", () => {
    const none = { findUnmatched: [], findByDocuments: [] };
    expect(strike(report, "matchFiling", none).outcome).toMatchObject({ code: "CH3206" });
    const busy = { findUnmatched: ["M1"], command: refused(429) };
    expect(strike(report, "matchFiling", busy).outcome).toEqual(refused(429));
  });
});

describe("a filing that is complete", () => {
  const filing = formality(
    "filing",
    { master: "T1", masterFiled: "yes", containers: ["C1"] },
    { state: "complete", taken: [{ step: "file", subject: "a" }] },
  );
  const looked = {
    readPersonal: { consignments: { consignee: { name: "A" } } },
    findByDocuments: [formality("cargoReport", { containers: ["C2"] })],
    findAlarms: [{ alarmId: "A1", kind: "radiation" }],
  };
  const withCriteria = (filings: Country["selectivity"]["filings"]): Country => ({
    ...xa,
    selectivity: { ...xa.selectivity, filings },
  });

  it("is assessed by what it says, what lists say of it, and alarms of its containers", () => {
    const country = withCriteria([]);
    const found = { isAnswered: true, hits: 2, likenesses: ["d1"] };
    const { asked, outcome } = strike(filing, "assess", { ...looked, screen: found }, country);
    expect(asked.find(({ effect }) => effect === "screen")).toMatchObject({
      filed: { parties: [{ name: "A" }] },
      filers: ["XA1000001"],
    });
    expect(asked.find(({ effect }) => effect === "findAlarms")).toMatchObject({
      containers: ["C1", "C2"],
    });
    expect(outcome).toMatchObject({
      step: "assess",
      subject: "risk",
      known: {
        screeningAnswered: "yes",
        screeningHits: "2",
        containerAlarms: ["radiation"],
        runKnew: ["d1", "A1"],
        riskHits: [],
      },
    });
  });

  it("waits for an officer where the country has no criteria", () => {
    expect(strike(filing, "assess", {}, withCriteria(undefined))).toMatchObject({
      asked: [],
      outcome: { code: "CH3206" },
    });
  });
});

describe("the register", () => {
  const folder: Register = {
    ...xa.register,
    traders: [
      { tin: "XA1", name: "One", authorisations: ["A"] },
      { tin: "XA2", name: "Two", authorisations: [] },
    ],
    mandates: [],
    accounts: [],
  };
  const on = (...all: Formality[]) => registerOn(folder, standardFormalities, all, DAY);

  it("is the folder's where nothing was registered here", () => {
    expect(on().traders).toEqual(folder.traders);
  });

  it("takes a registration here for the folder's, also when it is not in force", () => {
    const active = formality("registration", {}, { number: "XA1", state: "active" });
    expect(on(active).traders.map(({ tin, name }) => [tin, name])).toEqual([
      ["XA2", "Two"],
      ["XA1", "XA1"],
    ]);
    const { traders, notInForce } = on({ ...active, state: "suspended" });
    expect(traders.map(({ tin }) => tin)).toEqual(["XA2"]);
    expect(notInForce).toEqual([{ tin: "XA1", state: "suspended" }]);
  });

  it("has what is in force on the day, and nothing else", () => {
    const aeo = formality("aeo", { authorisation: "AEOC" }, { holder: "XA2", state: "granted" });
    const mandate = formality(
      "mandate",
      { representative: "XA2", validTo: DAY },
      { state: "granted" },
    );
    expect(on(aeo).traders.find(({ tin }) => tin === "XA2")?.authorisations).toEqual(["AEOC"]);
    expect(on(mandate).mandates).toHaveLength(1);
    expect(on({ ...mandate, facts: { validTo: "2026-03-01" } }).mandates).toEqual([]);
  });

  it("is added to by the kinds that say so, a country's own among them", () => {
    expect(registeringKinds(standardFormalities)).toEqual([
      "registration",
      "mandate",
      "aeo",
      "recognition",
      "guarantee",
      "authorisation",
    ]);
  });
});
