/** What goods will cost, without signing in: by keyboard alone. */
import { describe, expect, it } from "vitest";
import { complaintsOf, emptyLine, goodsOf } from "../src/quote/goods-lines.ts";
import { activate, fill, visit } from "./support/browser.ts";
import { expectGoodPage, LOCALES } from "./support/good-page.ts";
import { openPortal } from "./support/portal.ts";

const portal = openPortal();

it("asks, is told what is missing, and explains every step", async () => {
  const { page, complaints } = await visit(portal.browser, portal.url);
  await page.goto("/");
  await activate(page, "Duty calculator");
  await page.waitForSelector("form");
  await activate(page, "Calculate");
  await page.waitForSelector("text=Goods 1, Tariff code: give an answer");
  await fill(page, "#goods-1-commodity", "85171300");
  await fill(page, "#goods-1-price", "500.50");
  await activate(page, "Add goods");
  await fill(page, "#goods-2-commodity", "85171300");
  await fill(page, "#goods-2-price", "100");
  await activate(page, "Calculate");
  await page.waitForSelector("text=Estimated cost on");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("quote");
  const text = await page.locator("main").innerText();
  expect(text).toMatch(/2\.50 % of USD\s500\.50? gives USD\s12\.51/);
  expect(text).toMatch(/Landed cost\s+USD\s707\.84/);
  expect(complaints).toEqual([]);
});

describe.each(LOCALES)("in %s", (locale, _, direction) => {
  it("the page, its errors and its answer", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url, locale);
    await page.goto("/quote");
    await page.locator("main button[type=submit]").click();
    await page.waitForSelector(".govuk-error-summary");
    await expectGoodPage(page, direction);
    await page.fill("#goods-1-commodity", "24022090");
    await page.fill("#goods-1-price", "1000");
    await page.locator("main button[type=submit]").click();
    await page.waitForSelector("#quote");
    // Tobacco pays by weight, and none was given: the sum is not shown as if it were whole.
    if (locale === "en-GB") await page.waitForSelector("text=At least USD");
    await expectGoodPage(page, direction);
    expect(complaints).toEqual([]);
  });
});

it("reads lines of goods, and asks for a quantity and its unit together", () => {
  const line = { ...emptyLine("USD"), commodity: "85171300", price: "5", origin: "cn" };
  expect(complaintsOf(line)).toEqual([]);
  expect(goodsOf(line)).toMatchObject({ origin: "CN", currency: "USD", quantity: undefined });
  expect(complaintsOf({ ...line, amount: "2" })).toEqual([{ field: "unit", complaint: "missing" }]);
  expect(complaintsOf({ ...line, commodity: "85", price: "1,5" })).toEqual([
    { field: "commodity", complaint: "commodity" },
    { field: "price", complaint: "price" },
  ]);
  expect(goodsOf({ ...line, amount: "2", unit: "LTR" }).quantity).toEqual({
    amount: "2",
    unit: "LTR",
  });
});
