/** A trader applies for a permit and an agency issues it, by keyboard alone; and any other kind by the same pages. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { activate, choose, fill, signInAs, tabTo, visit } from "./support/browser.ts";
import { expectGoodPage, LOCALES } from "./support/good-page.ts";
import { openPortal } from "./support/portal.ts";

const portal = openPortal();

async function chooseStep(page: Page, title: string): Promise<void> {
  await page.waitForSelector("#step");
  await tabTo(page, "#step");
  await page.keyboard.press("Space");
  const chosen = () =>
    page.evaluate(() => document.querySelector("input:checked")?.parentElement?.textContent);
  for (let tries = 0; (await chosen()) !== title; tries++) {
    if (tries > 10) throw new Error(`There is no step ${title}`);
    await page.keyboard.press("ArrowDown");
  }
}

async function apply(page: Page): Promise<string> {
  await activate(page, "Formalities");
  await activate(page, "Start a formality");
  await activate(page, "Licence, permit or certificate");
  await page.waitForSelector("form");
  await activate(page, "Apply");
  await page.waitForSelector(".govuk-error-summary");
  const summary = await page.locator(".govuk-error-summary").innerText();
  expect(summary).toContain("Type of document, as declared on the goods item: give an answer");
  await fill(page, "#fact-documentType", "N853");
  await choose(page, "Regulatory agency", "Veterinary");
  await fill(page, "#fact-commodities", "0201, 0202");
  await activate(page, "Apply");
  await page.waitForURL(/\/formalities\/LPC/);
  return page.url();
}

describe("formalities", () => {
  it("a trader applies, the agency asks, the trader answers, the agency issues", async () => {
    const trader = await visit(portal.browser, portal.url);
    await signInAs(trader.page, "trader");
    const address = await apply(trader.page);
    await trader.page.waitForSelector("text=0201, 0202");

    const agency = await visit(portal.browser, portal.url);
    await signInAs(agency.page, "agency");
    await activate(agency.page, "Formalities");
    const number = address.slice(address.lastIndexOf("/") + 1);
    await activate(agency.page, number);
    await chooseStep(agency.page, "Ask the applicant");
    await activate(agency.page, "Continue");
    await agency.page.waitForSelector("text=Write the question, answer or reason");
    await fill(agency.page, "#words", "Which slaughterhouse?");
    await activate(agency.page, "Continue");
    await agency.page.waitForSelector("text=The step was recorded");

    await trader.page.reload();
    await trader.page.waitForSelector("text=Which slaughterhouse?");
    await chooseStep(trader.page, "Answer");
    await fill(trader.page, "#words", "The one in Lyon");
    await activate(trader.page, "Continue");
    await trader.page.waitForSelector("text=The step was recorded");

    await agency.page.reload();
    await chooseStep(agency.page, "Issue");
    await fill(agency.page, "#fact-validFrom", "today");
    await fill(agency.page, "#fact-validTo", "2099-12-31");
    await activate(agency.page, "Continue");
    await agency.page.waitForSelector("text=Valid from: write year, month and day");
    await fill(agency.page, "#fact-validFrom", "2026-01-01");
    await activate(agency.page, "Continue");
    await agency.page.waitForSelector("text=The step was recorded");

    await trader.page.reload();
    await trader.page.waitForSelector("text=The one in Lyon");
    const text = await trader.page.locator("main").innerText();
    expect(text).toContain("Issued");
    expect(text).toContain("31 December 2099");
    expect([...trader.complaints, ...agency.complaints]).toEqual([]);
  });

  it("an officer begins what customs begins, and names whom it concerns", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url);
    await signInAs(page, "officer");
    await page.goto("/formalities/new");
    await page.waitForSelector(".ch-cards");
    const kinds = await page.locator("main").innerText();
    expect(kinds).not.toContain("Licence, permit or certificate");
    await page.goto("/formalities/new/offence");
    await page.waitForSelector("form");
    await page.keyboard.press("Tab");
    await page.locator("main form button[type=submit]").press("Enter");
    await page.waitForSelector("text=Enter the trader number of the holder");
    expect(complaints).toEqual([]);
  });
});

describe.each(LOCALES)("pages in %s", (locale, _, direction) => {
  it("list, kinds, forms and one formality", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url, locale);
    await signInAs(page, "trader");
    const kinds = ["permit", "aeo", "guarantee", "mandate", "ruling", "repayment", "appeal"];
    const forms = kinds.map((kind) => `/formalities/new/${kind}`);
    for (const path of ["/formalities", "/formalities/new", ...forms]) {
      await page.goto(path);
      await page.waitForSelector(path.endsWith("s") ? "tbody a" : "h1");
      await expectGoodPage(page, direction);
    }
    await page.locator("main form button[type=submit]").click();
    await page.waitForSelector(".govuk-error-summary");
    await expectGoodPage(page, direction);
    // The registration of the demo trader: it is always there, and has steps to take.
    await page.goto("/formalities/XA1000001");
    await page.waitForSelector("#step");
    await page.locator("#step").check();
    await expectGoodPage(page, direction);
    expect(complaints).toEqual([]);
  });
});
