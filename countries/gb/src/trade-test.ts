/**
 * The trade-test overlay: the published triggers, accounts and authorisations of the test service, over the GB profile.
 * Everything here is simulated; none of it is ever in `gb`.
 */
import type {
  Agency,
  Condition,
  ControlKind,
  Country,
  Lane,
  SelectivityCriterion,
} from "@customhouse/model";
import { gb } from "./gb.ts";

const DESCRIPTION = "Commodity/Description";

function trigger(word: string, lane: Lane, controls: readonly ControlKind[]): SelectivityCriterion {
  return {
    id: `trade-test-${word}`,
    scope: "item",
    when: { path: DESCRIPTION, matches: `^(?:.*[^a-zA-Z])?${caseInsensitive(word)}` },
    lane,
    controls,
    simulatedSatisfactoryAfterSeconds: 300,
    reason: "Published trigger of the test service",
    owner: "trade-test overlay",
    reviewDate: "2027-01-01",
  };
}

function caseInsensitive(word: string): string {
  return [...word].map((letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`).join("");
}

const HOLD: Condition = { path: DESCRIPTION, matches: "ttalvsdecision[Hh]old" };

/** Agencies that answer by themselves: hold where the goods description asks for it, else release. */
function answering(agency: Agency): Agency {
  return {
    ...agency,
    checks: agency.checks.map((check) => ({
      ...check,
      simulated: [
        { when: HOLD, decision: "H01" },
        // No register of marketing standards is simulated: its checks stay to be done.
        { when: { always: true }, decision: check.code === "H220" ? "H01" : "C03" },
      ],
    })),
  };
}

export const gbTradeTest: Country = {
  ...gb,
  simulation: { en: "Trade test: agencies, officers and payments are simulated." },
  clearance: {
    ...gb.clearance,
    payment: gb.clearance.payment,
  },
  agencies: gb.agencies.map(answering),
  selectivity: {
    ...gb.selectivity,
    criteria: [
      trigger("ttimportdocblocking", "yellow", ["documentary"]),
      trigger("ttimportdocnonblocking", "blue", ["non-blocking"]),
      trigger("ttimportphysical", "red", ["physical"]),
      trigger("ttexportdocblocking", "yellow", ["documentary"]),
      trigger("ttexportdocnonblocking", "blue", ["non-blocking"]),
      trigger("ttexportphysical", "red", ["physical"]),
    ],
  },
  register: {
    ...gb.register,
    accounts: [
      {
        account: "GAN212081",
        kind: "guarantee",
        holder: "GB021111236000",
        balanceMinor: "100000000",
      },
      { account: "GAN212082", kind: "guarantee", holder: "GB021111237000", balanceMinor: "0" },
    ],
    // The test service knows this number as a trader without authorisations.
    traders: [
      { tin: "GB953202734852", name: "Test trader without authorisations", authorisations: [] },
    ],
  },
};
