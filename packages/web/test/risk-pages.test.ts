/** The analyst's pages and the officer's reasons, in English and Arabic, wide and narrow: nothing for axe to find. */
import { describe, expect, it } from "vitest";
import { signInAs, visit } from "./support/browser.ts";
import { expectGoodPage, LOCALES } from "./support/good-page.ts";
import { lodgeSample } from "./support/lodge-by-api.ts";
import { putInForce } from "./support/policy-by-api.ts";
import { openPortal } from "./support/portal.ts";

const RULE = {
  ...{ id: "TOBACCO", version: 1, title: "All tobacco", owner: "Excise", reason: "Findings" },
  ...{ reviewDate: "2027-06-30", validFrom: "2020-01-01", confidentiality: "enforcement" },
  ...{ scope: "item", when: 'item.hs2 == "24"', lane: "red", controls: ["physical"] },
  ...{ weight: 100, mode: "live" },
};

const portal = openPortal(async ({ browser, url }) => {
  const { page } = await visit(browser, url);
  await signInAs(page, "trader");
  await lodgeSample(page, "import-meat");
  await putInForce(browser, url, [RULE, { ...RULE, id: "OTHER", mode: "shadow" }]);
  await lodgeSample(page, "import-tobacco");
});

describe.each(LOCALES)("in %s", (locale, _, direction) => {
  it("the analyst's pages", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url, locale);
    await signInAs(page, "analyst");
    const copy = "/rules/1/copy";
    for (const path of ["/rules", "/rules/1", copy, `${copy}/new`, "/selection", "/retraining"]) {
      await page.goto(path);
      await expectGoodPage(page, direction);
    }
    await page.goto(`${copy}/rule-TOBACCO`);
    await page.fill("#when", "item.hs2 == 24");
    await page.waitForSelector("mark");
    await page.locator("main button[type=submit]").click();
    await page.waitForSelector(".govuk-error-summary");
    await expectGoodPage(page, direction);
    expect(complaints).toEqual([]);
  }, 90_000);

  it("why a case took its lane, and what was found", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url, locale);
    await signInAs(page, "officer");
    await page.locator("tbody a").first().click();
    await page.waitForSelector("text=All tobacco");
    await page.locator("#act").check();
    await page.selectOption("#found-1", "F01");
    await expectGoodPage(page, direction);
    expect(complaints).toEqual([]);
  }, 60_000);
});
