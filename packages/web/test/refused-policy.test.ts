/** A policy that is refused: every finding stands beside its rule, in the words of the reader, until it is mended. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { ruleAround } from "../src/risk/rule-answers.ts";
import { activate, fill, signInAs, tabTo, visit } from "./support/browser.ts";
import { expectGoodPage, LOCALES } from "./support/good-page.ts";
import { openPortal } from "./support/portal.ts";

const portal = openPortal();
const RULES = [
  { ...ruleAround('item.hs2 == "24"', "item"), id: "GOOD", title: "All tobacco" },
  { ...ruleAround('item.hs2 == "24" && item.colour == "red"', "item"), id: "COLOURED" },
  { ...ruleAround("item.hs2 == 24", "item"), id: "COMPARED" },
];

/** As the tab keeps it: for example of a time when another feature was still in the catalogue. */
async function openDraft(page: Page, rules: readonly object[], more: object = {}): Promise<void> {
  const draft = JSON.stringify({ note: "For a test", policy: { rules, ...more } });
  await page.evaluate((text) => sessionStorage.setItem("customhouse.policy.0", text), draft);
  await page.goto("/rules/0/copy");
  await page.waitForSelector("#note");
}

const save = (page: Page) => page.locator("form button[type=submit]").click();
const rowOf = (page: Page, id: string) => page.locator("tbody tr", { hasText: id });
const textOf = async (page: Page, id: string) =>
  (await rowOf(page, id).innerText()).replaceAll(/\s+/g, " ");

const WORDS = {
  en: {
    unknown: "The condition names an unknown feature.",
    types: "The condition compares values of types that do not fit.",
    catalogue: "Take a name from the catalogue of features.",
    part: "Part: Title",
    most: "Allowed: Up to 200 characters",
  },
  ar: {
    unknown: "يذكر الشرط خاصية غير معروفة.",
    types: "يقارن الشرط قيما من أنواع لا تتوافق.",
    catalogue: "خذ اسما من فهرس الخصائص.",
    part: "الجزء: العنوان",
    most: "المسموح:",
  },
};

describe.each(LOCALES)("in %s", (locale, language, direction) => {
  const words = WORDS[language];

  it("says beside each rule what is wrong, and where in its condition", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url, locale);
    await signInAs(page, "analyst");
    await openDraft(page, RULES);
    await save(page);
    await page.waitForSelector(".govuk-error-summary");
    const summary = page.locator(".govuk-error-summary");
    expect(await summary.locator("li").allInnerTexts()).toEqual([
      `COLOURED: ${words.unknown}`,
      `COMPARED: ${words.types}`,
    ]);
    const unknown = await textOf(page, "COLOURED");
    for (const part of [words.unknown, words.catalogue, "CH4213", "colour"]) {
      expect(unknown).toContain(part);
    }
    expect(await rowOf(page, "COLOURED").locator("mark").innerText()).toContain("colour");
    expect(await textOf(page, "COMPARED")).toContain(`${words.types}`);
    expect(await textOf(page, "COMPARED")).toContain("CH4214");
    expect(await rowOf(page, "GOOD").locator("section").count()).toBe(0);
    await expectGoodPage(page, direction);
    await summary.locator("a").first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("findings-COLOURED");
    expect(complaints).toEqual([]);
  });

  it("names the part of a rule, and what the policy as a whole lacks", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url, locale);
    await signInAs(page, "analyst");
    await openDraft(page, [{ ...RULES[0], title: "x".repeat(201) }]);
    await save(page);
    await page.waitForSelector(".govuk-error-summary");
    const text = await textOf(page, "GOOD");
    for (const part of [words.part, words.most, "CH4210"]) expect(text).toContain(part);

    await openDraft(page, RULES.slice(0, 1), { model: "0".repeat(64) });
    await save(page);
    await page.waitForSelector("#findings-policy");
    const whole = await page.locator("#findings-policy").innerText();
    expect(whole).toContain("CH8141");
    expect(whole).toContain("0".repeat(64));
    await expectGoodPage(page, direction);
    expect(complaints).toEqual([]);
  });
});

it("forgets what was said of a rule that was changed, and keeps the rest until all is mended", async () => {
  const { page } = await visit(portal.browser, portal.url);
  await signInAs(page, "analyst");
  await openDraft(page, RULES);
  await activate(page, "Save as a draft");
  await page.waitForSelector("#findings-COMPARED");
  await activate(page, "Remove COLOURED");
  await page.waitForSelector("#findings-COLOURED", { state: "detached" });
  await page.reload();
  await page.waitForSelector("#findings-COMPARED");
  await tabTo(page, "COMPARED: The condition compares");
  await page.keyboard.press("Enter");
  await activate(page, "Change COMPARED");
  await fill(page, "Condition", 'item.hs2 == "24"');
  await page.waitForSelector("text=The condition is valid.");
  await activate(page, "Save the rule");
  await page.waitForSelector("#note");
  expect(await page.locator("[id^=findings-], .govuk-error-summary").count()).toBe(0);
  await activate(page, "Save as a draft");
  await page.waitForSelector("text=Written by");
});
