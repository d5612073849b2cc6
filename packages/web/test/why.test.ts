/** An officer reads why a case took its lane, and records what the control found: by keyboard alone. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { findingsOf } from "../src/officer/decision.ts";
import { countryCriteria, influences, valueText } from "../src/officer/why/risk-words.ts";
import { activate, choose, signInAs, tabTo, visit } from "./support/browser.ts";
import { lodgeSample } from "./support/lodge-by-api.ts";
import { putInForce } from "./support/policy-by-api.ts";
import { openPortal } from "./support/portal.ts";

const RULE = {
  id: "TOBACCO",
  version: 1,
  title: "All tobacco",
  owner: "Excise division",
  reason: "Findings of the last year",
  reviewDate: "2027-06-30",
  confidentiality: "enforcement",
  scope: "item",
  when: 'item.hs2 == "24" && item.value > 1.0',
  lane: "red",
  controls: ["physical"],
  weight: 100,
  validFrom: "2020-01-01",
  mode: "live",
};
/** It asks for what no declaration of the samples has, so it cannot be decided. */
const UNDECIDED = { ...RULE, id: "PRICE", when: "item.priceRatio > 0.0", mode: "shadow" };

let trader: Page;
const portal = openPortal(async ({ browser, url }) => {
  trader = (await visit(browser, url)).page;
  await signInAs(trader, "trader");
  await lodgeSample(trader, "import-meat");
  await putInForce(browser, url, [RULE, UNDECIDED]);
});

async function timelineOf(page: Page, mrn: string): Promise<string> {
  return page.evaluate(async (mrn) => {
    const { accessToken } = JSON.parse(sessionStorage.getItem("customhouse.session") ?? "{}");
    const headers = { Authorization: `Bearer ${accessToken}`, Purpose: "control" };
    return (await fetch(`/v1/declarations/${mrn}/timeline`, { headers })).text();
  }, mrn);
}

it("shows the rule with what it read, and keeps the coded finding", async () => {
  const mrn = await lodgeSample(trader, "import-tobacco");
  const { page, complaints } = await visit(portal.browser, portal.url);
  await signInAs(page, "officer");
  await activate(page, mrn);
  await page.waitForSelector("text=Rules that hit");
  const text = await page.locator("main").innerText();
  expect(text).toContain("Why this lane");
  expect(text).toContain("Red: examine");
  expect(text).toContain("All tobacco");
  expect(text).toContain("Findings of the last year");
  expect(text).toMatch(/item\.hs2\s+24/);
  expect(text).toMatch(/Rules that could not be decided[\s\S]*PRICE/);

  await tabTo(page, "#act");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await choose(page, "Finding 1", "F02");
  await choose(page, "Goods item of finding 1", "Item 1");
  await activate(page, "Add another finding");
  await choose(page, "Finding 2", "F01");
  await tabTo(page, "Why are they detained?");
  await page.keyboard.insertText("Not what was declared");
  await activate(page, "Record");
  await page.waitForSelector("text=The goods are detained");
  expect(await timelineOf(page, mrn)).toContain(
    '"findings":[{"code":"F02","item":1},{"code":"F01"}]',
  );
  expect(complaints).toEqual([]);
});

it("puts the model's share into words, the largest first, and leaves out what says nothing", () => {
  const contributions = [
    { feature: "item.origin", value: 0.25, logOdds: 1.4 },
    { feature: "item.hs2", logOdds: -0.5 },
    { feature: "declaration.hour", value: 3, logOdds: 0.1 },
    { feature: "item.value", value: 3, logOdds: 0.01 },
  ];
  expect(influences(contributions)).toEqual([
    { feature: "item.origin", value: 0.25, towards: "finding", strength: "strongly" },
    { feature: "item.hs2", towards: "none", strength: "clearly" },
    { feature: "declaration.hour", value: 3, towards: "finding", strength: "slightly" },
  ]);
});

it("tells rules and models from the country's own criteria", () => {
  const criteria = [{ id: "XA-002" }, { id: "TOBACCO" }, { id: "model:0123456789ab" }];
  const rules = [{ rule: "TOBACCO", joined: "one" as const, parts: [] }];
  expect(countryCriteria(criteria, { rules })).toEqual([{ id: "XA-002" }]);
  expect(countryCriteria(criteria, undefined)).toHaveLength(2);
  expect(valueText(["a", "b"])).toBe("a, b");
  expect(valueText(null)).toBeUndefined();
});

it("sends no finding without a code", () => {
  expect(findingsOf([{ code: "", item: "2" }])).toBeUndefined();
  expect(findingsOf([{ code: "F01", item: "" }])).toEqual([{ code: "F01" }]);
});
