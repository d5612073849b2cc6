/** What an officer and an agency officer decide, by keyboard alone. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { activate, choose, fill, signInAs, tabTo, visit } from "./support/browser.ts";
import { lodgeSample } from "./support/lodge-by-api.ts";
import { openPortal } from "./support/portal.ts";

let trader: Page;
const portal = openPortal(async ({ browser, url }) => {
  trader = (await visit(browser, url)).page;
  await signInAs(trader, "trader");
});

describe("officer", () => {
  it("takes a case from the queue, asks, and concludes the control", async () => {
    const mrn = await lodgeSample(trader, "import-tobacco");
    const { page, complaints } = await visit(portal.browser, portal.url);
    await signInAs(page, "officer");
    await page.waitForSelector("tbody tr");
    const row = page.locator("tbody tr", { hasText: mrn });
    expect(await row.innerText()).toContain("Yellow: documents");
    expect(await row.locator("svg").count()).toBe(1);

    await activate(page, mrn);
    await page.waitForSelector("#act");
    await page.waitForSelector("text=XA-002");
    await page.waitForSelector("text=Cigarettes");
    const facts = await page.locator("main").innerText();
    expect(facts).toContain("High-value tobacco");

    await activate(page, "Record");
    await page.waitForSelector(".govuk-error-summary");
    expect(await page.title()).toMatch(/^Error: /);

    await tabTo(page, "#act");
    // The last of the choices is the question.
    await page.keyboard.press("ArrowUp");
    await fill(page, "What do you want to know?", "Which invoice is this?");
    await activate(page, "Record");
    await page.waitForSelector("text=The question was sent");

    await trader.goto(`/declarations/${mrn}`);
    await activate(trader, "Answer the question");
    await trader.waitForSelector("text=Which invoice is this?");
    await fill(trader, "Your answer", "Invoice 17 of March");
    await activate(trader, "Send the answer");
    await trader.waitForSelector("text=The question was answered");

    await page.reload();
    await page.waitForSelector("text=Invoice 17 of March");
    await tabTo(page, "#act");
    await page.keyboard.press("Space");
    await activate(page, "Record");
    await page.waitForSelector("text=The control was recorded as satisfactory");
    expect(complaints).toEqual([]);
  });
});

describe("an overdue supplementary declaration", () => {
  it("stands in the queue and among what is open on the case", async () => {
    const mrn = await lodgeSample(trader, "import-tobacco");
    const { page, complaints } = await visit(portal.browser, portal.url);
    await signInAs(page, "officer");
    // It takes ten days to be late: the answers say so here, of a case that is there.
    const isSupplementOverdue = true;
    await page.route("**/v1/queue*", async (route) => {
      const answer = await route.fetch();
      const { items }: { items: object[] } = await answer.json();
      const late = items.map((item) => ({ ...item, isSupplementOverdue }));
      await route.fulfill({ response: answer, json: { items: late } });
    });
    await page.route(/\/v1\/cases\/[^/]+$/, async (route) => {
      const answer = await route.fetch();
      const json = { ...(await answer.json()), form: "simplified", isSupplementOverdue };
      await route.fulfill({ response: answer, json });
    });
    await page.goto("/queue");
    const row = page.locator("tbody tr", { hasText: mrn });
    await row.waitFor();
    expect(await row.innerText()).toContain("Supplementary declaration overdue");
    await activate(page, mrn);
    await page.waitForSelector("#act");
    const facts = await page.locator("main").innerText();
    expect(facts).toContain("Supplementary declaration overdue");
    expect(complaints).toEqual([]);
  });
});

describe("agency officer", () => {
  it("holds an item with a reason, then releases it", async () => {
    const mrn = await lodgeSample(trader, "import-meat");
    const { page, complaints } = await visit(portal.browser, portal.url);
    await signInAs(page, "agency");
    await activate(page, mrn);
    await page.waitForSelector("fieldset");
    await tabTo(page, "#check-");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await choose(page, "Decision", "H02");
    await activate(page, "Record the decision");
    await page.waitForSelector("text=Give the reason");
    await fill(page, "Reason", "The seal is broken");
    await activate(page, "Record the decision");
    await page.waitForSelector("text=The decision was recorded");
    await trader.goto(`/declarations/${mrn}`);
    await trader.waitForSelector("text=Reason: The seal is broken");

    await tabTo(page, "#check-");
    await page.keyboard.press("Space");
    await choose(page, "Decision", "C03");
    await activate(page, "Record the decision");
    await page.waitForSelector("text=no open check");
    expect(complaints).toEqual([]);
  });

  it("does not see an officer's pages", async () => {
    const { page } = await visit(portal.browser, portal.url);
    await signInAs(page, "agency");
    await page.goto("/queue");
    await page.waitForSelector("h1");
    expect(await page.locator("h1").innerText()).toBe("This page is for another role");
  });
});
