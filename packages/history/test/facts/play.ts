/** An exported history for tests: declarations of a few traders over some days, and what controls found. Simulated. */
import { seeded } from "@customhouse/learning";
import type { RiskFacts } from "@customhouse/risk/features";
import { exportHistory, type FactPage } from "../../src/facts/export-history.ts";
import type { StoredFact } from "../../src/facts/fact.ts";

const PAGE = 500;
const VISIBLE_AFTER_MS = 2_000;

/** Goods of one origin under a low price are what goes wrong here, so that there is something to learn. */
export function madeFacts(runs: number, seed: number): readonly StoredFact[] {
  const random = seeded(seed);
  const pick = <T>(...values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
  const facts: Omit<StoredFact, "position">[] = [];
  const instant = (ms: number) => new Date(ms).toISOString();
  for (let index = 0; index < runs; index += 1) {
    const atMs = Date.UTC(2026, 2, 1) + index * 600_000;
    const items = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, at) => ({
      sequence: at + 1,
      hs4: pick("6203", "8517", "2402"),
      hs6: pick("620342", "851713", "240220"),
      origin: pick("CN", "FR", "DE"),
      unitPrice: Math.round(random() * 10_000) / 100,
      value: Math.round(random() * 500_000) / 100,
      currency: "USD",
      procedure: pick("40", "71"),
      documents: pick([], ["N380"]),
    }));
    const own: RiskFacts = {
      caseId: `C${index}`,
      at: instant(atMs),
      office: pick("XA1", "XA2"),
      importer: pick("I1", "I2", "I3", "I4"),
      exporter: pick("E1", "E2"),
      declarant: "B1",
      containers: [],
      items,
    };
    const byChance = random() < 0.3;
    const controlled = byChance || random() < 0.5;
    facts.push({
      caseId: own.caseId,
      eventSeq: 2,
      at: own.at,
      visibleAt: instant(atMs + VISIBLE_AFTER_MS),
      body: {
        kind: "run",
        facts: own,
        run: {
          lane: controlled ? "red" : "green",
          criteria: [],
          basis: byChance ? "random" : controlled ? "criteria" : "none",
          probability: 0.3,
          run: { policy: 1, score: 0 },
        },
      },
    });
    if (!controlled) continue;
    const bad = items.filter(({ origin, unitPrice }) => origin === "CN" && unitPrice < 35);
    facts.push({
      caseId: own.caseId,
      eventSeq: 3,
      at: instant(atMs + 3_000),
      visibleAt: instant(atMs + 3_000 + VISIBLE_AFTER_MS),
      body: {
        kind: "result",
        control: "physical",
        findings: bad.map(({ sequence: item }) => ({ code: "F01", item })),
      },
    });
  }
  return facts.map((fact, index) => ({ ...fact, position: index + 1 }));
}

export async function exportFacts(folder: string, facts: readonly StoredFact[]): Promise<void> {
  const read = async (after: number): Promise<FactPage> => {
    const items = facts.slice(after, after + PAGE);
    return { items, next: items.length < PAGE ? undefined : String(after + PAGE) };
  };
  await exportHistory({ folder, read });
}
