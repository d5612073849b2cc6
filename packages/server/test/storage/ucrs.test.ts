/** Consignment references form trees. */
import { type TestDatabase, withDatabase } from "@customhouse/testkit/database";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newCaseId } from "../../src/platform/storage/case-id.ts";
import { casesByUcrs, closeUcr, linkUcrs } from "../../src/rooms/declarations/store/ucrs.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await withDatabase();
});
afterAll(() => database?.drop());

describe("master references", () => {
  test("hold others at any depth, but never themselves", async () => {
    const name = newCaseId();
    const link = (ucr: string, master: string) =>
      linkUcrs(database.writer, [`${ucr}-${name}`], `${master}-${name}`);
    expect(await link("A", "B")).toBe("linked");
    expect(await link("B", "C")).toBe("linked");
    expect(await link("A", "B")).toBe("linked");
    expect(await link("C", "A")).toBe("circle");
    expect(await link("C", "C")).toBe("circle");
    expect(await linkUcrs(database.writer, [`X-${name}`, `C-${name}`], `B-${name}`)).toBe("circle");
    expect(await link("X", "C")).toBe("linked");
    expect(await casesByUcrs(database.writer, [`C-${name}`])).toEqual([]);
  });

  test("take nothing more once they are closed", async () => {
    const master = `M-${newCaseId()}`;
    expect(await linkUcrs(database.writer, ["before"], master)).toBe("linked");
    await closeUcr(database.writer, master, new Date().toISOString());
    await closeUcr(database.writer, master, new Date().toISOString());
    expect(await linkUcrs(database.writer, ["after"], master)).toBe("closed");
  });

  test("over any associations at once there is no circle", async () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { minLength: 2, maxLength: 14 }), async (pairs) => {
        const name = newCaseId();
        const outcomes = await Promise.all(
          pairs.map(([ucr, master]) =>
            linkUcrs(database.writer, [`${name}/${ucr}`], `${name}/${master}`),
          ),
        );
        const edges = pairs.filter((_pair, index) => outcomes[index] === "linked");
        expect(hasCircle(edges)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});

function hasCircle(edges: readonly (readonly [number, number])[]): boolean {
  const reaches = (from: number, to: number, seen: ReadonlySet<number>): boolean =>
    edges.some(
      ([ucr, master]) =>
        ucr === from &&
        !seen.has(master) &&
        (master === to || reaches(master, to, new Set([...seen, master]))),
    );
  return edges.some(([ucr]) => reaches(ucr, ucr, new Set()));
}
