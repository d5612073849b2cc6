/** Streams of made-up facts and results for property tests. */
import fc from "fast-check";
import type { ControlResult, RiskFacts } from "../../src/features/facts.ts";

const START_MS = Date.UTC(2026, 0, 1);
const STEP_MS = 6 * 3_600_000;

export interface StreamEvent {
  readonly at: string;
  readonly lodged?: RiskFacts;
  readonly result?: ControlResult;
}

const item = fc.record(
  {
    hs4: fc.constantFrom("6203", "8510", "2402"),
    origin: fc.constantFrom("FR", "CN"),
    unitPrice: fc.double({ min: 0.01, max: 10_000, noNaN: true }),
  },
  { requiredKeys: ["hs4"] },
);

const event = fc.record(
  {
    gap: fc.integer({ min: 0, max: 400 }),
    importer: fc.constantFrom("I1", "I2", "I3"),
    exporter: fc.constantFrom("E1", "E2"),
    importerAddress: fc.constantFrom("XA|1|A", "XA|2|B"),
    items: fc.array(item, { minLength: 1, maxLength: 3 }),
    resultAfter: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    found: fc.array(fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }), {
      maxLength: 2,
    }),
  },
  { requiredKeys: ["gap", "items", "resultAfter", "found"] },
);

/** Declarations and results in the order of time; of one moment, declarations first. */
export const streams: fc.Arbitrary<readonly StreamEvent[]> = fc
  .array(event, { minLength: 1, maxLength: 25 })
  .map((drawn) => {
    const events: StreamEvent[] = [];
    let step = 0;
    drawn.forEach(({ gap, resultAfter, found, items, ...parties }, index) => {
      step += gap;
      const at = instant(step);
      const caseId = `C${index}`;
      events.push({ at, lodged: factsWith({ ...parties, caseId, at }, items) });
      if (resultAfter === undefined) return;
      const known = instant(step + resultAfter);
      events.push({
        at: known,
        result: {
          caseId,
          at: known,
          controlled: true,
          findings: found.map((number) => ({
            code: "F",
            ...(number === undefined ? {} : { item: number }),
          })),
        },
      });
    });
    return events.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  });

export function instant(step: number): string {
  return new Date(START_MS + step * STEP_MS).toISOString();
}

export function factsWith(
  declaration: Partial<RiskFacts> & { readonly caseId: string; readonly at: string },
  items: readonly { hs4: string; origin?: string; unitPrice?: number }[] = [{ hs4: "6203" }],
): RiskFacts {
  return {
    containers: [],
    ...declaration,
    items: items.map((entry, index) => ({
      sequence: index + 1,
      hs2: entry.hs4.slice(0, 2),
      hs6: `${entry.hs4}42`,
      documents: [],
      ...entry,
    })),
  };
}
