/** The analyst's pages, the officer's reasons and what the trader sees of them, in English and Arabic, wide and narrow. */
import type { Page } from "playwright-core";
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
  ...{ weight: 1, mode: "live" },
};

let mrn: string;
const portal = openPortal(async ({ browser, url }) => {
  const { page } = await visit(browser, url);
  await signInAs(page, "trader");
  await lodgeSample(page, "import-meat");
  await putInForce(browser, url, [RULE, { ...RULE, id: "OTHER", mode: "shadow" }], {
    withModel: true,
  });
  mrn = await lodgeSample(page, "import-tobacco");
});

const WORDS = {
  en: {
    chapter: "Chapter: the first two digits.",
    says: /(strong|clear|slight) sign (of|against) a finding/,
    notKnown: "not known",
  },
  ar: {
    chapter: "الفصل: الرقمان الأولان.",
    says: /(يرجّح|يستبعد) وجود مخالفة/,
    notKnown: "غير معروف",
  },
};
/** What only officials may read of a case: rules, what they read, the model and its share. */
const ENFORCEMENT =
  /All tobacco|"(TOBACCO|OTHER)"|Excise|model:[0-9a-f]{12}|logOdds|probability|item\.hs|criteria/;

/** Everything that selected the case at hand, as the API names it. */
function criteriaOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { accessToken } = JSON.parse(sessionStorage.getItem("customhouse.session") ?? "{}");
    const headers = { Authorization: `Bearer ${accessToken}`, Purpose: "control" };
    const path = location.pathname.replace("/cases/", "/v1/cases/");
    const { selection } = await (await fetch(`${path}/risk`, { headers })).json();
    return JSON.stringify(selection.criteria);
  });
}

describe.each(LOCALES)("in %s", (locale, language, direction) => {
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
  });

  it("why a case took its lane, and what was found", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url, locale);
    await signInAs(page, "officer");
    await page.locator("tbody a", { hasText: mrn }).click();
    await page.waitForSelector("text=All tobacco");
    expect(await criteriaOf(page)).toMatch(/"TOBACCO","model:[0-9a-f]{12}"/);
    const reasons = page.locator("main li", { has: page.locator("bdi.ch-code") });
    const read = (await reasons.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " "));
    const { chapter, says, notKnown } = WORDS[language];
    expect(read.filter((text) => text.includes(`item.hs2 24 ${chapter}`))).toHaveLength(2);
    const ofModel = read.filter((text) => says.test(text));
    expect(ofModel.length).toBeGreaterThan(0);
    // Each in words, its value beside it, and nothing left to the name alone.
    for (const text of ofModel)
      expect(text).toMatch(new RegExp(`^\\p{L}.*(\\d|${notKnown}) `, "u"));
    expect(ofModel.join()).toMatch(direction === "rtl" ? /\p{Script=Arabic}{4}/u : /[a-z]{4}/);
    await page.locator("#act").check();
    await page.selectOption("#found-1", "F01");
    await expectGoodPage(page, direction);
    expect(complaints).toEqual([]);
  });

  it("nothing of that to the trader of the same case", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url, locale);
    const answers: Promise<string>[] = [];
    page.on("response", (response) => {
      if (response.url().includes("/v1/")) answers.push(response.text().catch(() => ""));
    });
    await signInAs(page, "trader");
    for (const tab of ["", "/details", "/notices", "/message"]) {
      await page.goto(`/declarations/${mrn}${tab}`);
      await expectGoodPage(page, direction);
      expect(await page.locator("body").innerText()).not.toMatch(ENFORCEMENT);
    }
    const told = await Promise.all(answers);
    expect(told.filter((text) => text.includes(mrn)).length).toBeGreaterThan(3);
    expect(told.filter((text) => ENFORCEMENT.test(text))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
