/** The page of selection performance, for a model that got worse. The figures come from the real monitoring. */
import { featureWords, type RiskRow } from "@customhouse/risk/features";
import { performanceOf } from "@customhouse/risk/monitor";
import { describe, expect, it } from "vitest";
import { modelled } from "../../risk/test/monitor/modelled.ts";
import { signInAs, visit } from "./support/browser.ts";
import { expectGoodPage, LOCALES } from "./support/good-page.ts";
import { openPortal } from "./support/portal.ts";

const portal = openPortal();

const rows = Array.from({ length: 200 }, (_, index): RiskRow => {
  const item = { hs2: index < 100 ? "85" : "90" };
  return { at: "2026-03-01T00:00:00.000Z", day: "2026-05-01", declaration: {}, items: [item] };
});
const runs = modelled({ seed: 1, knows: [0.9, 0.1], says: 2.5 });
const found = performanceOf(runs, { names: ["item.hs2"], rows });
const answer = { ...found, descriptions: featureWords(["item.hs2"]) };

const WORDS = {
  en: [
    ...["Not accurate", "Worse than before", "item.hs2", "Chapter: the first two digits."],
    "random controls, worth",
  ],
  ar: ["غير دقيقة", "أسوأ من قبل", "item.hs2", "الفصل: الرقمان الأولان.", "عملية رقابة عشوائية"],
};

describe.each(LOCALES)("in %s", (locale, language, direction) => {
  it("shows what came true, how the model puts in order and which features have drifted", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url, locale);
    await page.route("**/v1/risk/performance*", (route) => route.fulfill({ json: answer }));
    await signInAs(page, "analyst");
    await page.goto("/selection");
    await page.waitForSelector("text=item.hs2");
    const text = (await page.locator("main").innerText()).replaceAll(/\s+/g, " ");
    for (const words of WORDS[language]) expect(text).toContain(words);
    await expectGoodPage(page, direction);
    expect(complaints).toEqual([]);
  });
});
