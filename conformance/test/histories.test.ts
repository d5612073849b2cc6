/** Events are for ever: histories stored by earlier versions fold to the same case, whatever has changed since. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { apply, type Case, type CaseEvent, EVENT_TYPES } from "@customhouse/clearance";
import {
  applyStep,
  type Formality,
  type FormalityEvent,
  standardFormalities,
} from "@customhouse/formalities";
import { describe, expect, it } from "vitest";

const vectors = path.resolve(import.meta.dirname, "../vectors");
const folder = path.join(vectors, "histories");

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

describe("stored histories of formalities", () => {
  const stored = path.join(vectors, "formality-histories");
  it.each(readdirSync(stored).sort())("%s folds to what it was", (file) => {
    const history = JSON.parse(readFileSync(path.join(stored, file), "utf8")) as {
      readonly caseId: string;
      readonly kind: string;
      readonly events: readonly FormalityEvent[];
      readonly state: Readonly<Record<string, unknown>>;
    };
    const kind = standardFormalities.find((entry) => entry.kind === history.kind);
    if (kind === undefined) throw new Error(`the kind ${history.kind} is gone`);
    const state = history.events.reduce<Formality | undefined>(
      (before, event) =>
        applyStep(before, event, history.caseId, kind, {
          timeZone: "UTC",
        }),
      undefined,
    );
    expect(state).toMatchObject(history.state);
  });
});
