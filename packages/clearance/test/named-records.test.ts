/** What declarations name: all of it is verified, however much it is, and nothing is told of what is others'. */
import { xa } from "@customhouse/country-xa";
import type { Declaration, Registered } from "@customhouse/model";
import { declaration } from "@customhouse/testkit";
import { describe, expect, it } from "vitest";
import type { Case } from "../src/index.ts";
import { permitFindings, rulingFindings, simplifiedFindings } from "../src/index.ts";

const DAY = "2026-03-02";
const MANY = 600;

function naming(document: { CategoryCode: string; TypeCode: string }, numbers: readonly string[]) {
  const made = declaration({ items: numbers.map(() => ({ commodity: "30049000" })) });
  const items = made.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem ?? [];
  for (const [index, item] of items.entries())
    item.AdditionalDocument = [{ ...document, ID: numbers[index] ?? "" }];
  return made.Declaration ?? {};
}

/** The last one is nobody's. */
const numbers = Array.from({ length: MANY }, (_one, index) =>
  index === MANY - 1 ? "FORGED" : `N${index}`,
);

function known(facts: Registered["facts"]): ReadonlyMap<string, Registered> {
  return new Map(
    numbers
      .slice(0, -1)
      .map((number) => [number, { number, holder: "XA1000001", inForce: true, facts }]),
  );
}

describe("what is named on the last of many items", () => {
  it("is verified like the first: permits", () => {
    const made = naming({ CategoryCode: "L", TypeCode: "001" }, numbers);
    const found = permitFindings(made, xa, known({ documentType: "L001" }), DAY);
    expect(found).toMatchObject([{ code: "XA302", found: "FORGED" }]);
  });

  it("is verified like the first: binding rulings", () => {
    const made = naming({ CategoryCode: "C", TypeCode: "626" }, numbers);
    const facts = { about: "classification", decided: "30049000" };
    expect(rulingFindings(made, xa, known(facts))).toMatchObject([
      { code: "XA411", found: "FORGED" },
    ]);
  });
});

describe("a ruling", () => {
  it("that names no goods is for all of them", () => {
    const made = naming({ CategoryCode: "C", TypeCode: "626" }, ["N0"]);
    const facts = { about: "classification", decided: "30049000", commodities: [] };
    expect(rulingFindings(made, xa, known(facts))).toEqual([]);
  });
});

describe("a supplementary declaration", () => {
  const completing = (): Declaration => {
    const made = declaration({ items: [{ commodity: "62034235" }] }).Declaration ?? {};
    const PreviousDocument = [{ CategoryCode: "Y", ID: "MRN-1", TypeCode: "SDE" }];
    return { ...made, TypeCode: "IMY", GoodsShipment: { ...made.GoodsShipment, PreviousDocument } };
  };
  const stored = (change: Partial<Case>) =>
    ({
      mrn: "MRN-1",
      form: "simplified",
      declarant: "XA1000001",
      at: { accepted: "2026-01-01T00:00:00.000Z", released: "2026-01-01T00:00:00.000Z" },
      items: [{ sequence: 1, commodity: "85102000" }],
      ...change,
    }) as unknown as Case;
  const findings = (found: Case | undefined) =>
    simplifiedFindings(completing(), xa, new Map(found ? [["MRN-1", found]] : []), DAY);

  it("learns the goods of its own simplified declaration", () => {
    expect(findings(stored({})).map(({ code }) => code)).toEqual(["XA406", "XA406"]);
  });

  it("learns nothing of another's declaration, nor of one that is complete: there is none", () => {
    const none = findings(undefined);
    expect(none).toMatchObject([{ code: "XA403" }]);
    expect(findings(stored({ declarant: "XA1000002" }))).toEqual(none);
    const { form: _, ...complete } = stored({});
    expect(findings(complete as Case)).toEqual(none);
  });
});
