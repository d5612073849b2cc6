/** An analyst asks for a retraining, and reads what came of each. */
import { describe, expect, it } from "vitest";
import { activate, signInAs, visit } from "./support/browser.ts";
import { expectGoodPage, LOCALES } from "./support/good-page.ts";
import { openPortal } from "./support/portal.ts";
import { answerWithRuns } from "./support/retraining-runs.ts";

const portal = openPortal();

it("is asked for by keyboard, and followed to its end", async () => {
  const { page, complaints } = await visit(portal.browser, portal.url);
  await signInAs(page, "analyst");
  await activate(page, "Retraining");
  await page.waitForSelector("text=The server has not retrained yet.");
  await expectGoodPage(page, "ltr");
  await activate(page, "Retrain now");
  await page.waitForSelector("tbody tr");
  // Nothing was controlled here.
  await page.waitForSelector("text=Too little data");
  const row = await page.locator("tbody tr").first().innerText();
  expect(row).toMatch(/Requested by\s+analyst/);
  expect(row).toContain("Controlled cases: 0, with findings: 0, new: 0");
  const told = page.locator('[role="status"]', { hasText: "There are too few new" });
  expect(await told.count()).toBe(1);
  expect(complaints).toEqual([]);
});

const WORDS = {
  en: [
    ...["Training", "Trees trained: 140 of 200", "Draft created", "Put in force", "Not better"],
    ...["Only one kind of result", "Too little data", "Failed", "Another policy was put in force"],
    ...["Cancelled", "Cancelled by analyst2"],
    ...[
      "AUC of the model in force: 0.702",
      "AUC of the new model: 0.767",
      "AUC of the rules alone",
    ],
    ...["between 0.018 and 0.112", "Rule with a falling hit rate: TOBACCO", "Drift: Lanes"],
    ...["Drift: item.hs2", "The model ranks declarations less well than before"],
    "Scores are not accurate",
  ],
  ar: [
    ...["قيد التدريب", "أُنشئت مسودة", "وُضع موضع التنفيذ", "ليس أفضل", "نوع واحد من النتائج"],
    ...[
      "ألغاه analyst2",
      "معطيات قليلة",
      "فشلت",
      "وُضعت سياسة أخرى موضع التنفيذ",
      "AUC للنموذج الجديد",
      "انحراف: المسارات",
      "يرتّب النموذج البيانات أسوأ من ذي قبل",
      "الدرجات غير دقيقة",
    ],
  ],
};

const STOP = { en: "Stop this run", ar: "إيقاف هذه العملية" };

it("is called off with a button, and the list says by whom", async () => {
  const { page, complaints } = await visit(portal.browser, portal.url);
  const runs = await answerWithRuns(page);
  await signInAs(page, "analyst");
  await page.goto("/retraining");
  await activate(page, "Stop this run");
  await page.waitForSelector("tbody >> text=Cancelled by analyst");
  expect(runs.cancelled()).toEqual(["00000000-0000-7000-8000-000000000001"]);
  expect(await page.getByRole("button", { name: "Stop this run" }).count()).toBe(0);
  expect(await page.locator("button[aria-disabled=true]").count()).toBe(0);
  expect(complaints).toEqual([]);
});

describe.each(LOCALES)("in %s", (locale, language, direction) => {
  it("says of every outcome what it means, and how far the open run is", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url, locale);
    const runs = await answerWithRuns(page);
    await signInAs(page, "analyst");
    await page.goto("/retraining");
    await page.waitForSelector("tbody tr >> nth=7");
    const text = (await page.locator("main").innerText()).replaceAll(/\s+/g, " ");
    for (const words of WORDS[language]) expect(text).toContain(words);
    expect(await page.locator('tbody a[href="/rules/7"]').count()).toBe(1);
    expect(await page.locator("button[aria-disabled=true]").count()).toBe(1);
    const stop = page.getByRole("button", { name: STOP[language] });
    expect(await stop.count()).toBe(1);
    // Not every count is read aloud.
    const told = page.locator('p[role="status"].govuk-visually-hidden');
    expect(await told.textContent()).toMatch(language === "en" ? /100 of 200/ : /100 من 200/);
    await expectGoodPage(page, direction);
    runs.end();
    await page.waitForSelector('tbody a[href="/rules/8"]');
    expect(await told.textContent()).not.toMatch(/200/);
    expect(await page.locator("button[aria-disabled=true]").count()).toBe(0);
    expect(await stop.count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
