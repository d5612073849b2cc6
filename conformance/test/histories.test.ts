/** Events are for ever: histories stored by earlier versions fold to the same case, whatever has changed since. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { apply, type Case, type CaseEvent, EVENT_TYPES } from "@customhouse/clearance";
import { describe, expect, it } from "vitest";

const folder = path.resolve(import.meta.dirname, "../vectors/histories");

interface StoredHistory {
  readonly title: string;
  readonly caseId: string;
  readonly events: readonly CaseEvent[];
  /** What must come out, in part. */
  readonly state: Readonly<Record<string, unknown>>;
}

const histories = readdirSync(folder)
  .sort()
  .map((file) => ({
    file,
    history: JSON.parse(readFileSync(path.join(folder, file), "utf8")) as StoredHistory,
  }));

describe("stored histories", () => {
  it.each(histories)("$file folds to what it was", ({ history }) => {
    const state = history.events.reduce<Case | undefined>(
      (before, event) => apply(before, event, history.caseId),
      undefined,
    );
    expect(state).toMatchObject(history.state);
  });

  it("know every event in each of its versions", () => {
    const stored = new Set(
      histories.flatMap(({ history }) => history.events.map(({ type }) => type)),
    );
    expect([...stored].sort()).toEqual([...EVENT_TYPES].sort());
  });
});
