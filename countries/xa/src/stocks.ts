/** Special procedures of the demo country: codes that bring goods in, codes that take them out again. */
import type { StockProfile, StockRule } from "@customhouse/model";

interface Procedure {
  readonly code: string;
  readonly type: string;
}

const PROCEDURES: readonly Procedure[] = [
  { code: "71", type: "CWP" },
  { code: "53", type: "TEA" },
  { code: "80", type: "TRD" },
];

/** The warehouse of the shipment names the authorisation, whatever the procedure. */
const authorisation = {
  each: "GoodsShipment/Warehouse",
  when: { path: "ID", exists: true },
  id: "ID",
} as const;

function ruleFor({ code, type }: Procedure, does: StockRule["does"]): StockRule {
  const path = `GovernmentProcedure/${does === "enter" ? "CurrentCode" : "PreviousCode"}`;
  return {
    id: `${does}-${code}`,
    does,
    when: { path, in: [code] },
    authorisation,
    types: [type],
    unit: "KGM",
    commodityDigits: 8,
  };
}

export const stocks: StockProfile = {
  rules: PROCEDURES.flatMap((procedure) => [
    ruleFor(procedure, "enter"),
    ruleFor(procedure, "leave"),
  ]),
  errorCodes: { unnamed: "XA311", unknown: "XA312", notYours: "XA313", unmeasured: "XA314" },
};
