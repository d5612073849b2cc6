/** What a reader sees of what a declaration goes by and completes. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { apply, type Case, type CaseEvent } from "@customhouse/clearance";
import { describe, expect, it } from "vitest";
import { viewCase } from "../../src/rooms/declarations/wire/case-view.ts";

const HISTORIES = path.resolve(import.meta.dirname, "../../../../conformance/vectors/histories");

function stored(name: string): Case {
  const { events, caseId } = JSON.parse(
    readFileSync(path.join(HISTORIES, `${name}.json`), "utf8"),
  ) as { events: readonly CaseEvent[]; caseId: string };
  const found = events.reduce<Case | undefined>(
    (state, event) => apply(state, event, caseId),
    undefined,
  );
  if (found === undefined) throw new Error(`the history ${name} is empty`);
  return found;
}

describe("the view of a case", () => {
  it("shows officers and parties the rulings that the goods go by, and nobody else", () => {
    const found = stored("ruling-named");
    expect(viewCase(found, new Set(["party", "restricted"]))).toMatchObject({
      rulings: [{ item: 1, about: "classification", decided: "62034235" }],
    });
    expect(viewCase(found, new Set())).not.toHaveProperty("rulings");
  });

  it("shows what is simplified, overdue and completed by whom", () => {
    const labels = new Set(["party", "restricted"] as const);
    expect(viewCase(stored("simplified-overdue"), labels)).toMatchObject({
      form: "simplified",
      isSupplementOverdue: true,
      supplementedBy: expect.any(String),
    });
    expect(viewCase(stored("supplementary-periodic"), labels)).toMatchObject({
      form: "supplementary",
      completes: [expect.any(String), expect.any(String)],
    });
  });
});
