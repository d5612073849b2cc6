/** Facts of every shape that the server can tell, for property tests. */
import fc from "fast-check";
import type { StoredFact } from "../../src/facts/fact.ts";

const text = fc.string({ unit: "grapheme", maxLength: 12 });
/** A name that would reach an object's prototype is not taken over, by whoever checks a fact. */
const names = text.filter((name) => name !== "__proto__");
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const whole = fc.integer({ min: 0, max: 2 ** 31 });
const instant = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 0, 5) })
  .map((ms) => new Date(ms).toISOString());

const item = fc.record({
  sequence: whole,
  commodity: maybe(text),
  hs4: maybe(text),
  origin: maybe(text),
  netMassKg: maybe(number),
  supplementaryQuantity: maybe(number),
  value: maybe(number),
  currency: maybe(text),
  unitPrice: maybe(number),
  description: maybe(text),
  documents: fc.array(text, { maxLength: 3 }),
  preference: maybe(text),
});

const facts = fc.record({
  direction: maybe(text),
  office: maybe(text),
  dataSet: maybe(text),
  importer: maybe(text),
  exporter: maybe(text),
  importerAddress: maybe(text),
  containers: fc.array(text, { maxLength: 3 }),
  totalPackages: maybe(whole),
  grossMassKg: maybe(number),
  invoiceTotal: maybe(number),
  currency: maybe(text),
  items: fc.array(item, { maxLength: 4 }),
  itemsLeftOut: maybe(whole),
  offsetMinutes: maybe(fc.integer({ min: -720, max: 840 })),
});

const texts = fc.array(text, { maxLength: 3 });
const run = fc.record({
  lane: fc.constantFrom("red", "yellow", "blue", "green"),
  criteria: texts,
  basis: text,
  probability: number,
  controls: maybe(texts),
  run: maybe(
    fc.record({
      policy: whole,
      score: maybe(number),
      shadow: maybe(texts),
      failed: maybe(texts),
      extras: maybe(fc.dictionary(names, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 })),
      later: maybe(text),
    }),
  ),
});

const body = fc.oneof(
  fc.record({ kind: fc.constant("run"), facts, run }),
  fc.record({
    kind: fc.constant("result"),
    control: text,
    findings: fc.array(fc.record({ code: text, item: maybe(whole) }), { maxLength: 3 }),
  }),
);

/** As they come over the wire: what is undefined is not there. */
export const storedFacts: fc.Arbitrary<readonly StoredFact[]> = fc
  .array(fc.record({ caseId: text, eventSeq: whole, at: instant, visibleAt: instant, body }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) =>
    all.map((fact, index) => {
      const { caseId, at } = fact;
      const told = "facts" in fact.body ? { ...fact.body.facts, caseId, at } : undefined;
      return JSON.parse(
        JSON.stringify({
          ...fact,
          position: index + 1,
          body: told === undefined ? fact.body : { ...fact.body, facts: told },
        }),
      );
    }),
  );
