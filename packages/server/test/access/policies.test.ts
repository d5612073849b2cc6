import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeAccess, readPolicies } from "../../src/platform/access/access.ts";
import { actions, roles } from "../../src/platform/access/actions.ts";
import { redactDocument } from "../../src/platform/access/redact.ts";
import { viewEventBody } from "../../src/rooms/declarations/wire/event-view.ts";
import { policiesFolder } from "../../src/wiring.ts";

const source = readPolicies(policiesFolder);

describe("policies", () => {
  test("the schema and the code know the same actions", () => {
    const known = [...source.schema.matchAll(/"([\w-]+)"/g)].map(([, name]) => name);
    const groups = new Set([
      "traderActs",
      "officerActs",
      "agencyActs",
      "caseReads",
      "labels",
      "purposeStated",
    ]);
    const named = known.filter((name) => !groups.has(name ?? "") && !name?.startsWith("see-"));
    expect(new Set(named)).toEqual(new Set(actions));
  });

  test("without policies nothing is allowed", () => {
    const access = makeAccess({ ...source, policies: "" });
    for (const role of roles) {
      for (const action of actions) expect(access.mightAllow(role, action)).toBe(false);
      expect(access.labels(role, "own", true).size).toBe(0);
    }
  });

  test("a policy about something unknown stops the start", () => {
    const policies = 'permit (principal == Role::"trader", action == Action::"fly", resource);';
    expect(() => makeAccess({ ...source, policies })).toThrow(/fly/);
  });

  test("restricted data needs a purpose", () => {
    const access = makeAccess(source);
    expect(access.labels("officer", "office", false)).toEqual(new Set(["public", "party"]));
    expect(access.labels("officer", "office", true).has("enforcement")).toBe(true);
    expect(access.labels("trader", "own", true)).toEqual(new Set(["public", "party"]));
    expect(access.labels("trader", "none", true)).toEqual(new Set(["public"]));
  });

  test("policies are read from where the repository keeps them", () => {
    expect(readFileSync(`${policiesFolder}/labels.cedar`, "utf8")).toContain("purposeStated");
  });
});

describe("redaction", () => {
  const labelOf = (_class: string, element: string) =>
    ({ Name: "party", Code: "public", Risk: "enforcement" })[element] as "party" | undefined;

  test("leaves what may be seen, with its attributes, and drops the rest and the unknown", () => {
    const document = { A: [{ Name: "n", Code: "c", "Code@list": "l", Risk: "r", Odd: "o" }] };
    const seen = (labels: ("public" | "party")[]) =>
      redactDocument(document, new Set(labels), labelOf);
    expect(seen(["public"])).toEqual({ A: [{ Code: "c", "Code@list": "l" }] });
    expect(seen(["public", "party"])).toEqual({ A: [{ Name: "n", Code: "c", "Code@list": "l" }] });
  });

  test("an event that nobody has classified is shown to no party", () => {
    expect(
      viewEventBody("BrandNew", {}, new Set(["public", "party", "restricted"])),
    ).toBeUndefined();
    expect(viewEventBody("toString", {}, new Set(["public", "party"]))).toBeUndefined();
  });
});
