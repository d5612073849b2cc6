/** An exported history holds every fact once, whole, in the order of play, however often the export was killed. */
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COLUMNS } from "../../src/facts/columns.ts";
import { withEngine } from "../../src/facts/engine.ts";
import { exportHistory, type FactPage } from "../../src/facts/export-history.ts";
import { checkedFact, playAt, type StoredFact } from "../../src/facts/fact.ts";
import { factOfRow, rowOfFact } from "../../src/facts/fact-row.ts";
import { daysOf } from "../../src/facts/folder.ts";
import { readDay } from "../../src/facts/read-facts.ts";
import { storedFacts } from "./generated.ts";

let root: string;
let made = 0;
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), "customhouse-history-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

function freshFolder(): string {
  made += 1;
  return path.join(root, `export-${made}`);
}

/** Pages as the server gives them. */
function pagesOf(facts: readonly StoredFact[], limit = 5) {
  return async (after: number): Promise<FactPage> => {
    const items = facts.filter(({ position }) => position > after).slice(0, limit);
    return { items, next: items.length < limit ? undefined : String(items.at(-1)?.position) };
  };
}

async function readAll(folder: string): Promise<readonly StoredFact[]> {
  return await withEngine(async (connection) => {
    const all: StoredFact[] = [];
    for (const day of await daysOf(folder)) {
      for await (const batch of readDay(connection, day)) all.push(...batch);
    }
    return all;
  });
}

function inPlayOrder(facts: readonly StoredFact[]): readonly StoredFact[] {
  return [...facts].sort(
    (a, b) => Date.parse(playAt(a)) - Date.parse(playAt(b)) || a.position - b.position,
  );
}

describe("a fact as a row", () => {
  it("comes back as it was", () => {
    const columns = COLUMNS.map(([name]) => name);
    fc.assert(
      fc.property(storedFacts, (facts) => {
        for (const fact of facts) {
          const row = rowOfFact(checkedFact(fact));
          expect(columns).toEqual(expect.arrayContaining(Object.keys(row)));
          const ms = (name: string) => Date.parse(String(row[name]));
          const read = { ...row, at: ms("at"), visibleAt: ms("visibleAt"), playAt: ms("playAt") };
          const withNulls = columns.map((name) => [name, read[name as keyof typeof read] ?? null]);
          expect(factOfRow(Object.fromEntries(withNulls))).toEqual(fact);
        }
      }),
    );
  });

  it("is refused where it is not understood", () => {
    const fact = {
      position: 1,
      caseId: "C1",
      eventSeq: 2,
      at: "2026-03-01T00:00:00.000Z",
      visibleAt: "2026-03-01T00:00:02.000Z",
      body: { kind: "result", control: "physical", findings: [] },
    };
    expect(checkedFact(fact).position).toBe(1);
    for (const broken of [
      { ...fact, position: 0 },
      { ...fact, at: "2026-03-01T00:00:00.000001Z" },
      { ...fact, body: { kind: "other" } },
      { ...fact, body: { ...fact.body, findings: [{ code: 1 }] } },
      { ...fact, body: { ...fact.body, newer: true } },
    ]) {
      expect(() => checkedFact(broken)).toThrowError(/CH4601|not known here/);
    }
  });
});

describe("an export", () => {
  it("loses nothing, whatever the facts", async () => {
    await fc.assert(
      fc.asyncProperty(storedFacts, async (facts) => {
        const folder = freshFolder();
        await exportHistory({ folder, read: pagesOf(facts) });
        expect(await readAll(folder)).toEqual(inPlayOrder(facts));
      }),
      { numRuns: 25 },
    );
  });

  it("appends what is new, and keeps to its first day", async () => {
    const [facts = []] = fc.sample(
      storedFacts.filter((some) => some.length > 8),
      { numRuns: 1, seed: 3 },
    );
    const folder = freshFolder();
    const since = "2026-01-02";
    const kept = facts.filter((fact) => playAt(fact).slice(0, 10) >= since);
    await exportHistory({ folder, since, read: pagesOf(facts.slice(0, 4)) });
    const state = await exportHistory({ folder, since, read: pagesOf(facts) });
    expect(state).toEqual({ since, upTo: facts.length, facts: kept.length });
    expect(await readAll(folder)).toEqual(inPlayOrder(kept));
    await expect(exportHistory({ folder, read: pagesOf(facts) })).rejects.toMatchObject({
      code: "CH4603",
      message: expect.stringContaining("2026-01-02"),
    });
  });

  it("that was killed leaves nothing that counts", async () => {
    const [facts = []] = fc.sample(
      storedFacts.filter((some) => some.length > 8),
      { numRuns: 1, seed: 5 },
    );
    const folder = freshFolder();
    await exportHistory({ folder, read: pagesOf(facts.slice(0, 3)) });
    const [day] = await daysOf(folder);
    const directory = path.dirname(day?.parts[0] ?? "");
    // A whole part that no state counts, a half one, and the lock of a process that is gone.
    await writeFile(path.join(directory, "part-4.parquet"), "not even Parquet");
    await writeFile(path.join(directory, "part-4.parquet.tmp"), "half");
    await writeFile(path.join(folder, "export.lock"), "999999999");
    expect(await readAll(folder)).toEqual(inPlayOrder(facts.slice(0, 3)));
    await exportHistory({ folder, read: pagesOf(facts) });
    expect(await readAll(folder)).toEqual(inPlayOrder(facts));
    expect((await readdir(directory)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(existsSync(path.join(folder, "export.lock"))).toBe(false);
  });

  it("waits for the run that writes the folder", async () => {
    const folder = freshFolder();
    await exportHistory({ folder, read: pagesOf([]) });
    await writeFile(path.join(folder, "export.lock"), String(process.ppid));
    await expect(exportHistory({ folder, read: pagesOf([]) })).rejects.toThrowError(
      /that another run/,
    );
  });

  it("tells a folder that is none, and a part that is broken", async () => {
    await expect(daysOf(root)).rejects.toMatchObject({ code: "CH4602" });
    const [facts = []] = fc.sample(storedFacts, { numRuns: 1, seed: 5 });
    const folder = freshFolder();
    await exportHistory({ folder, read: pagesOf(facts) });
    const [day] = await daysOf(folder);
    await writeFile(day?.parts[0] ?? "", "PAR1 is not enough");
    await expect(readAll(folder)).rejects.toMatchObject({ code: "CH4604" });
    await writeFile(path.join(folder, "history.json"), "{}");
    await expect(daysOf(folder)).rejects.toMatchObject({ code: "CH4602" });
  });
});
