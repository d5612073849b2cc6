/** How declarations run through the lifecycle in Great Britain and Northern Ireland, from the published CDS guide and samples. */
import type { ClearanceProfile, Condition } from "@customhouse/model";
import { gbMovements } from "./movements.ts";

const ITEM = "GoodsShipment/GovernmentAgencyGoodsItem";
const PROCEDURE = `${ITEM}/GovernmentProcedure/CurrentCode`;

/** Additional declaration type: the last letter of the declaration type (DE 1/2). */
function additionalType(letters: string): Condition {
  return { path: "TypeCode", matches: `^..[${letters}]$` };
}

const procedure = (...codes: string[]): Condition => ({ path: PROCEDURE, in: codes });
const statement = (code: string): Condition => ({
  path: `${ITEM}/AdditionalInformation/StatementCode`,
  in: [code],
});
const all = (...conditions: Condition[]): Condition => ({ all: conditions });

const MERCHANDISE_IN_BAGGAGE: Condition = {
  all: [
    { path: "TypeCode", startsWith: ["EX"] },
    { path: `${ITEM}/AdditionalInformation/StatementCode`, in: ["MIB01", "MIB02"] },
  ],
};

const INTERNAL_MARKET_PROCEDURE = procedure("1EN", "1EL", "1SP", "1SG", "1AG");

/** Goods moved from Great Britain to Northern Ireland under the UK Internal Market Scheme, not at risk. */
const INTERNAL_MARKET = all(
  statement("NIDOM"),
  {
    each: `${ITEM}/AdditionalDocument`,
    holds: all({ path: "CategoryCode", in: ["1"] }, { path: "TypeCode", in: ["UKI"] }),
  },
  INTERNAL_MARKET_PROCEDURE,
);

const EXPORT_PROCEDURES = procedure("10", "11", "21", "22", "23", "31");
const QUOTA = `${ITEM}/Commodity/DutyTaxFee/QuotaOrderID`;
/** Licensed quotas are allocated by the licence itself. */
const LICENSED_QUOTA: Condition = { path: QUOTA, startsWith: ["054"] };

export const gbClearance: ClearanceProfile = {
  kinds: [
    { kind: "amendment", when: { path: "TypeCode", in: ["COR"] } },
    { kind: "cancellation", when: { path: "TypeCode", in: ["INV"] } },
    { kind: "arrival", when: { path: "TypeCode", in: ["GPR"] } },
    { kind: "declaration", when: { path: "FunctionCode", in: ["9"] } },
  ],
  movements: gbMovements,
  mrn: { length: 18 },
  directions: [
    { direction: "export", when: { path: "TypeCode", startsWith: ["EX"] } },
    { direction: "export", when: all({ path: "TypeCode", startsWith: ["CO"] }, EXPORT_PROCEDURES) },
    { direction: "import", when: { path: "TypeCode", startsWith: ["IM", "CO"] } },
  ],
  dataSets: [
    { name: "MIB", when: MERCHANDISE_IN_BAGGAGE, assessed: false },
    { name: "export", when: { path: "TypeCode", startsWith: ["EX"] }, assessed: false },
    {
      name: "B4",
      when: all({ path: "TypeCode", startsWith: ["CO"] }, EXPORT_PROCEDURES),
      assessed: false,
    },
    { name: "FSD", when: additionalType("Q"), assessed: false },
    { name: "H7", when: procedure("1H7"), assessed: false },
    {
      name: "EIDR",
      when: all(additionalType("K"), { not: INTERNAL_MARKET_PROCEDURE }),
      assessed: true,
    },
    { name: "C21i", when: additionalType("JK"), assessed: true },
    { name: "I1", when: additionalType("CF"), assessed: false },
    { name: "I1", when: additionalType("BE"), assessed: true },
    { name: "H8", when: INTERNAL_MARKET, assessed: false },
    { name: "H2", when: procedure("71", "76", "77", "78"), assessed: false },
    { name: "H3", when: procedure("53"), assessed: true },
    { name: "H4", when: procedure("51"), assessed: true },
    { name: "H5", when: { path: "TypeCode", startsWith: ["CO"] }, assessed: true },
    { name: "H1", when: { always: true }, assessed: true },
  ],
  // Goods in a fixed installation (pipe, cable) are never presented: mode 7.
  prelodged: all(additionalType("DEFK"), {
    not: { path: "BorderTransportMeans/ModeCode", in: ["7"] },
  }),
  supplementary: additionalType("YZQ"),
  typeAtArrival: { D: "A", E: "B", F: "C", K: "J" },
  arrivalCorrects: { any: [{ path: "TypeCode", startsWith: ["EX"] }, EXPORT_PROCEDURES] },
  standBy: [
    { when: { path: "TypeCode", startsWith: ["EX"] }, seconds: 0 },
    { when: EXPORT_PROCEDURES, seconds: 0 },
    { when: { always: true }, seconds: 60 },
  ],
  days: { arrival: 30, documents: 30, payment: 10, exit: 90, lrn: 2 },
  payment: [
    {
      codes: ["E"],
      kind: "account",
      account: {
        each: "AdditionalDocument",
        when: { path: "TypeCode", in: ["DAN"] },
        id: "ID",
      },
    },
    {
      codes: ["S", "U"],
      kind: "account",
      account: { each: "ObligationGuarantee", when: { always: true }, id: "ReferenceID" },
    },
  ],
  ucrs: [
    {
      each: "GoodsShipment/PreviousDocument",
      when: { path: "TypeCode", in: ["DCR", "DCS", "MCR", "MCS"] },
      id: "ID",
    },
    {
      each: `${ITEM}/PreviousDocument`,
      when: { path: "TypeCode", in: ["DCR", "DCS", "MCR", "MCS"] },
      id: "ID",
    },
    { each: "GoodsShipment/UCR", when: { always: true }, id: "TraderAssignedReferenceID" },
  ],
  // The traveller takes merchandise in baggage out: its exit is not confirmed.
  exitExpected: { not: MERCHANDISE_IN_BAGGAGE },
  provisionalDebt: {
    any: [
      all({ path: QUOTA, startsWith: ["05"] }, { not: LICENSED_QUOTA }),
      all(LICENSED_QUOTA, statement("EUPRF")),
    ],
  },
  provisionalDebtFixed: LICENSED_QUOTA,
  notifications: [
    // The notice of presentation of an entry in the declarant's records is not registered as a message of its own.
    { event: "GoodsArrived", where: { dataSet: ["EIDR"] } },
    { event: "GoodsArrived", functionCode: "02", where: { by: ["presentation"] } },
    { event: "GoodsArrived", functionCode: "02", where: { dataSet: ["MIB"], by: ["movement"] } },
    { event: "DeclarationInvalidated", functionCode: "03", where: { before: ["arrival"] } },
    { event: "DeclarationInvalidated", functionCode: "10" },
  ],
};
