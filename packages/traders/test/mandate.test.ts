/** Who may act for whom, how far, and who owes the debt then. */
import { xa } from "@customhouse/country-xa";
import type { Mandate, Register } from "@customhouse/model";
import { describe, expect, it } from "vitest";
import { type ActFor, debtorsUnder, empowermentFor, principalsOf, traderIn } from "../src/index.ts";

const mandate: Mandate = {
  ...{ id: "M1", principal: "XA1", representative: "XA2", capacity: "direct" },
};

function register(more: Partial<Mandate>, policy: Register["policy"] = "closed"): Register {
  const traders = [{ tin: "XA1", name: "One", authorisations: [] }];
  return { ...xa.register, policy, traders, mandates: [{ ...mandate, ...more }] };
}

const ask: ActFor = {
  ...{ representative: "XA2", principal: "XA1", act: "lodge" },
  on: "2026-03-02",
};
const may = (more: Partial<Mandate>, asked: Partial<ActFor> = {}) =>
  empowermentFor({ ...ask, ...asked }, register(more)) !== undefined;

describe("a mandate", () => {
  it("covers what it says nothing about", () => {
    expect(empowermentFor(ask, register({}))).toEqual(mandate);
    expect(may({}, { procedures: ["4000"], amount: "1000000.00" })).toBe(true);
  });

  it.each([
    [{ validFrom: "2026-03-02", validTo: "2026-03-02" }, true],
    [{ validFrom: "2026-03-03" }, false],
    [{ validTo: "2026-03-01" }, false],
  ])("holds on its days, both ends counted: %j", (days, expected) => {
    expect(may(days)).toBe(expected);
  });

  it("covers the acts that it names", () => {
    expect(may({ acts: ["lodge", "amend"] })).toBe(true);
    expect(may({ acts: ["amend"] })).toBe(false);
  });

  it("covers a declaration when it covers each of its procedures", () => {
    const procedures = ["40", "7"];
    expect(may({ procedures }, { procedures: ["4000", "7100"] })).toBe(true);
    expect(may({ procedures }, { procedures: ["4000", "1040"] })).toBe(false);
    expect(may({ procedures }, { procedures: ["10"] })).toBe(false);
    expect(may({ procedures })).toBe(true);
  });

  it("covers an amount up to its greatest, by value and not by letters", () => {
    const greatestAmount = "1000";
    expect(may({ greatestAmount }, { amount: "1000.00" })).toBe(true);
    expect(may({ greatestAmount }, { amount: "999.99" })).toBe(true);
    expect(may({ greatestAmount }, { amount: "1000.01" })).toBe(false);
    expect(may({ greatestAmount }, { amount: "9" })).toBe(true);
    expect(may({ greatestAmount }, { amount: "much" })).toBe(false);
    expect(may({ greatestAmount })).toBe(true);
  });

  it("is of one principal to one representative", () => {
    expect(may({}, { principal: "XA9" })).toBe(false);
    expect(may({}, { representative: "XA9" })).toBe(false);
    expect(empowermentFor({ ...ask, representative: "XA1" }, register({}))).toBe("own");
  });
});

describe("a register that others keep too", () => {
  it("judges only the traders that it lists", () => {
    const open = register({ validTo: "2026-03-01" }, "open");
    expect(empowermentFor(ask, open)).toBeUndefined();
    expect(empowermentFor({ ...ask, principal: "XA9" }, open)).toBe("elsewhere");
  });
});

describe("the debt", () => {
  it("is the principal's, and the representative's too where it acts in its own name", () => {
    expect(debtorsUnder(mandate, "XA1", "XA2")).toEqual(["XA1"]);
    expect(debtorsUnder({ ...mandate, capacity: "indirect" }, "XA1", "XA2")).toEqual([
      "XA1",
      "XA2",
    ]);
    expect(debtorsUnder("own", "XA1", "XA1")).toEqual(["XA1"]);
    expect(debtorsUnder("elsewhere", "XA1", "XA2")).toEqual(["XA1"]);
  });
});

describe("a trader", () => {
  it("acts for itself and for whoever empowered it, each once", () => {
    const both = register({});
    const twice = { ...both, mandates: [...both.mandates, { ...mandate, id: "M2" }] };
    expect(principalsOf("XA2", twice)).toEqual(["XA2", "XA1"]);
    expect(principalsOf("XA1", twice)).toEqual(["XA1"]);
  });

  it("is found by its number, however often it is asked for", () => {
    const one = register({});
    expect([traderIn("XA1", one)?.name, traderIn("XA1", one)?.name]).toEqual(["One", "One"]);
    expect([traderIn("XA9", one), traderIn(undefined, one)]).toEqual([undefined, undefined]);
  });
});
