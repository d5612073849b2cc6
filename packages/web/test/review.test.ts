/** What was found of a case after its release: an officer sees it in the queue and says what comes of it. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { signInAs, visit } from "./support/browser.ts";
import { expectGoodPage, LOCALES } from "./support/good-page.ts";
import { lodgeSample } from "./support/lodge-by-api.ts";
import { openPortal } from "./support/portal.ts";

let mrn: string;
const portal = openPortal(async ({ browser, url }) => {
  const { page } = await visit(browser, url);
  await signInAs(page, "trader");
  mrn = await lodgeSample(page, "import-tobacco");
});

const HIT = "019a0000-0000-7000-8000-00000000000a";
const FOUND = { foundAt: "2026-03-09T08:00:00.000Z", hitIds: [HIT] };
const WORDS = {
  en: ["Found after release", "To be reviewed", "Choose the outcome", "Start an audit"],
  ar: ["وُجد بعد الإفراج", "للمراجعة", "اختر النتيجة", "بدء تدقيق"],
};

/** The server's own answers, with something found; what is sent is kept. */
async function withReview(page: Page) {
  const sent: unknown[] = [];
  await page.route(/\/v1\/(queue|cases\/[^/]+)(\?|$)/, async (route) => {
    const answer = await route.fetch();
    const json = await answer.json();
    const at = FOUND.foundAt;
    const done = { concluded: { outcome: "audit", by: "officer", at } };
    const reviews = [{ ...FOUND, ...(sent.length === 0 ? {} : done) }];
    const items = (json.items ?? []).map((one: object) => ({ ...one, review: true }));
    await route.fulfill({ response: answer, json: { ...json, items, reviews } });
  });
  await page.route("**/review-conclusions", (route) => {
    sent.push(route.request().postDataJSON());
    return route.fulfill({ json: { concluded: 1 } });
  });
  return sent;
}

describe.each(LOCALES)("in %s", (locale, language, direction) => {
  it("is shown with its hit, and concluded", async () => {
    const [title = "", waits = "", missing = "", audit = ""] = WORDS[language];
    const { page, complaints } = await visit(portal.browser, portal.url, locale);
    const sent = await withReview(page);
    await signInAs(page, "officer");
    await page.waitForSelector(`tbody >> text=${waits}`);
    await expectGoodPage(page, direction);
    await page.locator("tbody a", { hasText: mrn }).click();
    await page.waitForSelector(`h2 >> text=${title}`);
    expect(await page.locator("main").innerText()).toContain(HIT);
    const conclude = page.locator("section[aria-labelledby=reviews] button[type=submit]");
    await conclude.click();
    await page.waitForSelector(`text=${missing}`);
    await expectGoodPage(page, direction);
    await page.getByText(audit).click();
    await conclude.click();
    await page.waitForSelector(`strong >> text=${audit}`);
    expect(sent).toEqual([{ outcome: "audit" }]);
    expect(await conclude.count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
