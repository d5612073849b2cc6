/** Stocks and manifests over any acts in any order: a quantity restored is the quantity taken, and nothing is lost. */
import { xa } from "@customhouse/country-xa";
import { declaration } from "@customhouse/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CargoLine, CLOSED_CONTROL, type Command } from "../src/index.ts";
import { Play } from "./play.ts";

const OUTSIDE = new Set(["outside/stock"]);

const aDocument = fc
  .record({
    type: fc.constantFrom("IMA" as const, "EXA" as const),
    procedure: fc.constantFrom("7100", "4071", "3171", "5371", "4000"),
    netKg: fc.integer({ min: 1, max: 500 }),
    packages: fc.integer({ min: 0, max: 40 }),
    document: fc.constantFrom("BL-1", "BL-2", "BL-NONE", undefined),
  })
  .map(({ type, procedure, netKg, packages, document }) => {
    const made = declaration({ type, guarantee: "XADEF0001", items: [{ method: "S" }] });
    const shipment = made.Declaration?.GoodsShipment;
    const item = shipment?.GovernmentAgencyGoodsItem?.[0];
    if (shipment === undefined || item?.Commodity?.GoodsMeasure === undefined)
      throw new Error("no item");
    item.GovernmentProcedure = [
      { CurrentCode: procedure.slice(0, 2), PreviousCode: procedure.slice(2) },
    ];
    item.Commodity.GoodsMeasure.NetNetWeightMeasure = `${netKg}`;
    item.Packaging = [{ SequenceNumeric: "1", QuantityQuantity: `${packages}`, TypeCode: "BX" }];
    shipment.Warehouse = { ID: "XAWH0001" };
    if (document !== undefined) shipment.PreviousDocument = [{ ID: document, TypeCode: "714" }];
    return made;
  });

const aCommand: fc.Arbitrary<Command | number> = fc.oneof(
  fc.record({
    type: fc.constant("Amend" as const),
    lrn: fc.constant("A"),
    declaration: aDocument.map(({ Declaration = {} }) => Declaration),
    digest: fc.integer({ min: 2, max: 9 }).map((n) => `d${n}`),
    changes: fc.constant([]),
    findings: fc.constant([]),
  }),
  fc.record({ type: fc.constant("Cancel" as const), lrn: fc.constant("C") }),
  fc.record({ type: fc.constant("Depart" as const) }),
  fc.record({
    type: fc.constant("RecordControlResult" as const),
    result: fc.constantFrom("satisfactory" as const, "refused" as const),
  }),
  fc.record({
    type: fc.constant("CarryOutAppeal" as const),
    appeal: fc.constantFrom("A1", "A2"),
    restoreQuota: fc.boolean(),
  }),
  fc.integer({ min: 1, max: 86_400 }),
);

const LINES: readonly CargoLine[] = ["BL-1", "BL-2"].map((document, index) => ({
  number: `CAR${index + 1}`,
  document,
  isOpen: true,
  packages: "25",
  grossMassKg: "100",
  containers: [],
  leftMinor: 25_000_000n,
}));

/** What the acts have taken of an account altogether. */
function takenOf(play: Play): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { account, amountMinor, counter } of play.reservations) {
    expect(counter === undefined || OUTSIDE.has(counter)).toBe(true);
    sums.set(account, (sums.get(account) ?? 0n) + amountMinor);
  }
  return sums;
}

describe("goods", () => {
  it("are in a stock, on a manifest or with the case, and nowhere twice", () => {
    fc.assert(
      fc.property(aDocument, fc.array(aCommand, { maxLength: 12 }), (first, commands) => {
        const play = new Play(xa);
        play.cargo = LINES;
        play.submit(first);
        for (const command of commands) {
          if (typeof command === "number") play.wait(command);
          else {
            // What the case holds already is not left on the line.
            const held = takenOf(play);
            play.cargo = LINES.map((line) => ({
              ...line,
              leftMinor: line.leftMinor - (held.get(`manifest/${line.number}`) ?? 0n),
            }));
            play.do(command);
          }
        }
        const { state } = play;
        if (state === undefined) throw new Error("no case");
        const taken = takenOf(play);
        const held = new Map(state.reserved.map((one) => [one.account, BigInt(one.amountMinor)]));
        const entered = new Map(
          (state.stock?.isMoved === true ? state.stock.entering : []).map((one) => [
            one.account,
            BigInt(one.amountMinor),
          ]),
        );
        const left = new Map(
          (state.stock?.left ?? []).map((one) => [one.account, -BigInt(one.amountMinor)]),
        );
        for (const [account, amount] of taken) {
          const isManifest = account.startsWith("manifest/");
          if (!isManifest && !account.startsWith("stock/")) continue;
          const writtenOff =
            isManifest && state.cargo?.isWrittenOff === true
              ? (state.cargo.claims.find((claim) => claim.account === account)?.amountMinor ?? "0")
              : "0";
          const expected =
            (held.get(account) ?? 0n) +
            (left.get(account) ?? 0n) -
            (entered.get(account) ?? 0n) +
            BigInt(writtenOff);
          expect([account, amount]).toEqual([account, expected]);
          if (isManifest) expect(amount).toBeLessThanOrEqual(25_000_000n);
          if (isManifest) expect(amount).toBeGreaterThanOrEqual(0n);
          if (CLOSED_CONTROL.has(state.control) && !isManifest) expect(amount).toBe(0n);
        }
      }),
      { numRuns: 400 },
    );
  });
});
