import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RiskFacts } from "../../src/features/facts.ts";
import type { RiskRow } from "../../src/features/feature.ts";
import { featuresOf } from "../../src/features/features-of.ts";
import { HISTORY_LIMITS, History, type HistorySnapshot } from "../../src/features/history.ts";
import { factsWith, instant, type StreamEvent, streams } from "./generated.ts";

function observe(history: History, { lodged, result }: StreamEvent): void {
  if (lodged !== undefined) history.observeLodged(lodged);
  if (result !== undefined) history.observeResult(result);
}

/** Reads every declaration as it is lodged. */
function play(events: readonly StreamEvent[], history = new History()): readonly RiskRow[] {
  return events.flatMap((event) => {
    const rows = event.lodged === undefined ? [] : [featuresOf(event.lodged, history)];
    observe(history, event);
    return rows;
  });
}

const lastLodged = (events: readonly StreamEvent[]): RiskFacts =>
  events.findLast((event) => event.lodged !== undefined)!.lodged!;

function rowWith(events: readonly StreamEvent[], facts: RiskFacts): RiskRow {
  const history = new History();
  for (const event of events) observe(history, event);
  return featuresOf(facts, history);
}

describe("point in time", () => {
  it("gives a case the features of the prefix of the stream alone", () => {
    fc.assert(
      fc.property(streams, (events) => {
        const rows = play(events);
        let row = 0;
        events.forEach((event, at) => {
          if (event.lodged === undefined) return;
          expect(rows[row]).toEqual(rowWith(events.slice(0, at), event.lodged));
          row += 1;
        });
      }),
    );
  });

  it("is the same when everything is given beforehand, results included", () => {
    fc.assert(
      fc.property(streams, (events) => {
        const facts = lastLodged(events);
        const before = events.filter(({ at }) => at < facts.at);
        expect(rowWith(events, facts)).toEqual(rowWith(before, facts));
      }),
    );
  });

  it("does not change with anything that comes later", () => {
    fc.assert(
      fc.property(streams, streams, (events, others) => {
        const facts = lastLodged(events);
        const later = others
          .filter(({ at }) => at >= facts.at)
          .map((event) => (event.lodged ? { ...event, lodged: renamed(event.lodged) } : event));
        const before = events.filter(({ at }) => at < facts.at);
        expect(rowWith([...before, ...later], facts)).toEqual(rowWith(before, facts));
      }),
    );
  });

  it("never shows a case its own share or its own result", () => {
    fc.assert(
      fc.property(streams, fc.integer({ min: 0, max: 300 }), (events, wait) => {
        const facts = lastLodged(events);
        const end = Math.max(...events.map(({ at }) => Date.parse(at)));
        const at = new Date(end + 1 + wait * 86_400_000).toISOString();
        const others = events.filter(
          ({ lodged, result }) => (lodged ?? result)?.caseId !== facts.caseId,
        );
        const again = rowWith(events, { ...facts, at });
        const without = rowWith(others, { ...facts, at });
        for (const [name, value] of Object.entries(without.declaration)) {
          expect([name, again.declaration[name]]).toEqual([name, value]);
        }
        without.items.forEach((item, index) => {
          for (const [name, value] of Object.entries(item)) {
            if (name.startsWith("price")) continue;
            expect([name, again.items[index]?.[name]]).toEqual([name, value]);
          }
        });
      }),
    );
  });

  it("is the same when what nobody reads any more is folded in between", () => {
    fc.assert(
      fc.property(streams, (events) => {
        const often = new History({ ...HISTORY_LIMITS, waiting: 8 });
        const rows = events.flatMap((event) => {
          often.foldTo(event.at);
          const row = event.lodged === undefined ? [] : [featuresOf(event.lodged, often)];
          observe(often, event);
          return row;
        });
        expect(rows).toEqual(play(events));
      }),
    );
    const history = new History({ ...HISTORY_LIMITS, waiting: 8 });
    const lodge = (minute: number) =>
      history.observeLodged(factsWith({ caseId: `C${minute}`, at: instant(minute) }));
    for (let minute = 0; minute < 20; minute += 1) {
      history.foldTo(instant(minute));
      lodge(minute);
    }
    expect(() => Array.from({ length: 20 }, (_, minute) => lodge(minute))).toThrow(
      expect.objectContaining({ code: "CH4203" }),
    );
  });

  it("refuses to read what has passed", () => {
    const history = new History();
    featuresOf(factsWith({ caseId: "B", at: instant(5) }), history);
    expect(() => featuresOf(factsWith({ caseId: "A", at: instant(4) }), history)).toThrow(
      expect.objectContaining({ code: "CH4201" }),
    );
    expect(history.notBefore(instant(4))).toBe(instant(5));
    expect(history.notBefore(instant(6))).toBe(instant(6));
  });

  it("refuses a moment that is none", () => {
    for (const at of ["", "2026-01-01", "2026-13-01T00:00:00Z", "2026-01-01T00:00:00+01:00"]) {
      expect(() => new History().observeLodged(factsWith({ caseId: "A", at }))).toThrow(
        expect.objectContaining({ code: "CH4204" }),
      );
    }
  });
});

function renamed(facts: RiskFacts): RiskFacts {
  return { ...facts, caseId: `later-${facts.caseId}` };
}

describe("counts", () => {
  const lodge = (history: History, caseId: string, day: number, more: Partial<RiskFacts> = {}) =>
    history.observeLodged(factsWith({ importer: "I1", ...more, caseId, at: instant(day * 4) }));
  const read = (history: History, day: number, more: Partial<RiskFacts> = {}) =>
    featuresOf(factsWith({ importer: "I1", ...more, caseId: "X", at: instant(day * 4) }), history);

  it("are those of the last 30, 90 and 365 days", () => {
    const history = new History();
    // Of each window the day before it begins, and its first day.
    for (const day of [6, 7, 281, 282, 341, 342, 370]) lodge(history, `C${day}`, day);
    expect(read(history, 371).declaration).toMatchObject({
      importerDeclarations30: 2,
      importerDeclarations90: 4,
      importerDeclarations365: 6,
      importerDaysSinceFirst: 365,
      importerDaysSinceLast: 1,
    });
  });

  it("give hits to the item that they are about", () => {
    const history = new History();
    history.observeLodged(
      factsWith({ caseId: "A", at: instant(0), importer: "I1" }, [
        { hs4: "6203", origin: "FR" },
        { hs4: "8510", origin: "FR" },
      ]),
    );
    history.observeResult({
      caseId: "A",
      at: instant(4),
      controlled: true,
      findings: [{ code: "VALUE", item: 2 }],
    });
    const row = featuresOf(
      factsWith({ caseId: "B", at: instant(8), importer: "I1" }, [
        { hs4: "6203", origin: "FR" },
        { hs4: "8510", origin: "FR" },
      ]),
      history,
    );
    expect(row.declaration).toMatchObject({ importerControls30: 1, importerHits30: 1 });
    expect(row.items[0]).toMatchObject({ importerHs4Controls30: 1, importerHs4Hits30: 0 });
    expect(row.items[1]).toMatchObject({ importerHs4Controls30: 1, importerHs4Hits30: 1 });
    expect(row.items[1]?.originHs6HitRate).toBeGreaterThan(Number(row.items[0]?.originHs6HitRate));
  });

  it("count a result once, and a result without a case as lost", () => {
    const history = new History();
    lodge(history, "A", 0);
    const found = { controlled: true, findings: [{ code: "F" }] };
    history.observeResult({ caseId: "A", at: instant(4), ...found });
    history.observeResult({ caseId: "A", at: instant(5), ...found });
    history.observeResult({ caseId: "none", at: instant(5), ...found });
    history.observeResult({ caseId: "A", at: instant(6), controlled: false, findings: [] });
    expect(read(history, 3).declaration).toMatchObject({
      importerControls30: 1,
      importerHits30: 1,
    });
    expect(history.losses().orphans).toBe(1);
  });

  it("leave out what is missing and give zero to what is known and new", () => {
    const { declaration } = read(new History(), 0);
    expect(declaration.importerDeclarations30).toBe(0);
    expect(declaration.importerDaysSinceFirst).toBeUndefined();
    expect(declaration.exporterDeclarations30).toBeUndefined();
    expect(declaration.screeningHits).toBeUndefined();
  });
});

describe("network", () => {
  it("knows a phoenix: a new importer at the supplier of one with findings", () => {
    const history = new History();
    const lodge = (caseId: string, step: number, importer: string) =>
      history.observeLodged(factsWith({ caseId, at: instant(step), importer, exporter: "E1" }));
    lodge("A", 0, "BAD");
    lodge("B", 1, "GOOD");
    history.observeResult({
      caseId: "A",
      at: instant(2),
      controlled: true,
      findings: [{ code: "F" }],
    });
    const read = (importer: string, exporter: string) =>
      featuresOf(factsWith({ caseId: "X", at: instant(800), importer, exporter }), history)
        .declaration;
    expect(read("NEW", "E1")).toMatchObject({
      phoenix: true,
      neighbourHits: 1,
      importersOfExporter: 2,
    });
    expect(read("NEW", "E9").phoenix).toBe(false);
    expect(read("GOOD", "E1")).toMatchObject({ phoenix: false, neighbourHits: 1 });
  });
});

describe("unit price", () => {
  it("places a price within its subheading, one absurd price notwithstanding", () => {
    const history = new History();
    const price = (index: number) => (index === 30 ? 1e9 : 10 + (index % 5));
    for (let index = 0; index < 40; index += 1) {
      history.observeLodged(
        factsWith({ caseId: `C${index}`, at: instant(index) }, [
          { hs4: "6203", origin: "FR", unitPrice: price(index) },
        ]),
      );
    }
    const of = (unitPrice: number) =>
      featuresOf(
        factsWith({ caseId: "X", at: instant(41) }, [{ hs4: "6203", origin: "FR", unitPrice }]),
        history,
      ).items[0]!;
    expect(Math.abs(Number(of(12).priceDeviations))).toBeLessThan(1);
    expect(Number(of(1).priceDeviations)).toBeLessThan(-4);
    expect(Number(of(1).priceRatio)).toBeLessThan(0.12);
    expect(Number(of(12).priceSupport)).toBeGreaterThan(30);
  });

  it("leans on the heading where the subheading is new, and is silent where nothing is known", () => {
    const history = new History();
    for (let index = 0; index < 20; index += 1) {
      history.observeLodged(
        factsWith({ caseId: `C${index}`, at: instant(index) }, [
          { hs4: "6203", origin: "FR", unitPrice: 10 },
        ]),
      );
    }
    const of = (hs4: string) =>
      featuresOf(
        factsWith({ caseId: "X", at: instant(41) }, [{ hs4, origin: "CN", unitPrice: 1 }]),
        history,
      ).items[0]!;
    expect(Number(of("6203").priceDeviations)).toBeLessThan(-4);
    expect(of("6203").priceSupport).toBe(0);
    expect(of("8510").priceDeviations).toBeUndefined();
  });

  it("leaves the own price out, nearly exactly", () => {
    fc.assert(
      fc.property(streams, (events) => {
        const facts = lastLodged(events);
        const at = new Date(Date.parse(facts.at) + 86_400_000).toISOString();
        const before = events.filter(({ at: when }) => when < facts.at);
        const own: StreamEvent = { at: facts.at, lodged: facts };
        const again = rowWith([...before, own], { ...facts, at });
        const without = rowWith(before, { ...facts, at });
        without.items.forEach((item, index) => {
          const other = again.items[index]?.priceDeviations;
          if (item.priceDeviations === undefined) expect(other).toBeUndefined();
          else expect(Number(other)).toBeCloseTo(Number(item.priceDeviations), 5);
        });
      }),
    );
  });
});

describe("memory", () => {
  it("goes on from a snapshot as if it had not stopped", () => {
    fc.assert(
      fc.property(streams, fc.nat(24), (events, cut) => {
        const whole = new History();
        const rows = play(events, whole);
        const first = new History();
        const before = play(events.slice(0, cut), first);
        const stored: HistorySnapshot = JSON.parse(JSON.stringify(first.snapshot()));
        const after = play(events.slice(cut), History.from(stored));
        expect([...before, ...after]).toEqual(rows);
      }),
    );
  });

  it("stays within its limits, forgets the longest unseen and says how many", () => {
    const limits = { keys: 50, prices: 10, links: 10, cases: 10, waiting: 5 };
    const history = new History(limits);
    for (let index = 0; index < 100; index += 1) {
      const facts = factsWith({
        caseId: `C${index}`,
        at: instant(index),
        importer: `I${index}`,
        exporter: "E",
      });
      featuresOf(facts, history);
      history.observeLodged(facts);
    }
    const { counts, cases } = history.snapshot();
    expect(counts.older.length + counts.younger.length).toBeLessThanOrEqual(limits.keys);
    const kept = [...cases.older, ...cases.younger].map(([caseId]) => caseId);
    expect(kept.length).toBeLessThanOrEqual(limits.cases);
    expect(kept).toEqual(["C90", "C91", "C92", "C93", "C94", "C95", "C96", "C97", "C98"]);
    expect(history.losses()).toMatchObject({ evictedCases: 90 });
    expect(history.losses().evictedKeys).toBeGreaterThan(100);
    const late = (step: number) => factsWith({ caseId: `L${step}`, at: instant(step) });
    for (let step = 1000; step < 1004; step += 1) history.observeLodged(late(step));
    expect(() => history.observeLodged(late(2000))).toThrow(
      expect.objectContaining({ code: "CH4203" }),
    );
  });

  it("leaves a snapshot as it was, and goes on from it twice alike", () => {
    fc.assert(
      fc.property(streams, fc.nat(24), (events, cut) => {
        const history = new History();
        play(events.slice(0, cut), history);
        const snapshot = history.snapshot();
        const text = JSON.stringify(snapshot);
        play(events.slice(cut), history);
        const once = play(events.slice(cut), History.from(snapshot));
        expect(play(events.slice(cut), History.from(snapshot))).toEqual(once);
        expect(JSON.stringify(snapshot)).toBe(text);
      }),
    );
  });

  it("refuses a broken snapshot", () => {
    const good = new History().snapshot();
    const broken: unknown[] = [null, {}, { ...good, format: "other" }, { ...good, counts: null }];
    for (const snapshot of broken) {
      expect(() => History.from(snapshot as HistorySnapshot)).toThrow(
        expect.objectContaining({ code: "CH4202" }),
      );
    }
  });
});
