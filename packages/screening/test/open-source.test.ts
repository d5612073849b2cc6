/** Items from open sources with their age, rights and links. */
import { describe, expect, it } from "vitest";
import {
  ageDays,
  checkedItem,
  isExpired,
  linkParties,
  type OpenSourceItem,
  partiesIndex,
} from "../src/open-source/open-source-item.ts";

const ITEM: OpenSourceItem = {
  id: "n1",
  source: "Harbour Gazette",
  licence: "CC BY 4.0",
  publishedOn: "2026-02-01",
  retrievedOn: "2026-02-10",
  expiresOn: "2026-12-31",
  confidence: 0.5,
  language: "en",
  text: "Northern Star Shipping was named in a report.",
  mentions: ["Northern Star Shipping Ltd", "Nobody Known"],
};

describe("an open-source item", () => {
  const index = partiesIndex([
    { id: "T1", name: "Nothern Star Shipping Company" },
    { id: "T2", name: "Other Trader" },
  ]);

  it("is linked to the parties it may speak of, less surely than its source, until it expires", () => {
    const links = linkParties(ITEM, index, "2026-03-01");
    expect(links.map(({ mention, partyId }) => [mention, partyId])).toEqual([
      ["Northern Star Shipping Ltd", "T1"],
    ]);
    expect(links[0]?.weight).toBeCloseTo((links[0]?.match.score ?? 0) * 0.5, 9);
    expect(linkParties(ITEM, index, "2027-01-01")).toEqual([]);
    expect([isExpired(ITEM, "2026-12-31"), isExpired(ITEM, "2027-01-01")]).toEqual([false, true]);
    expect(ageDays(ITEM, "2026-03-01")).toBe(28);
  });

  it.each<Partial<OpenSourceItem>>([
    { source: " " },
    { licence: "" },
    { retrievedOn: "yesterday" },
    { expiresOn: "2026-01-01" },
    { publishedOn: "2026-02-11" },
    { confidence: Number.NaN },
    { confidence: 1.1 },
    { language: "English!" },
    { text: "x".repeat(100_001) },
    { mentions: Array(201).fill("x") },
    { mentions: ["Known Name", " "] },
    { mentions: ["x".repeat(301)] },
  ])("is refused when %j", (change) => {
    expect(checkedItem(ITEM)).toBe(ITEM);
    expect(() => checkedItem({ ...ITEM, ...change })).toThrow(
      expect.objectContaining({ code: "CH4471" }),
    );
  });
});
