/** A trader sees its entry, gives a mandate and takes it back, and reads an account: by keyboard alone. */
import { describe, expect, it } from "vitest";
import { isoOf, masterRows } from "../src/register/master-data.ts";
import { decimalOfMinor, decimalsOf } from "../src/register/minor-units.ts";
import { activate, choose, fill, signInAs, tabTo, visit } from "./support/browser.ts";
import { expectGoodPage, LOCALES } from "./support/good-page.ts";
import { lodgeSample } from "./support/lodge-by-api.ts";
import { openPortal } from "./support/portal.ts";

const portal = openPortal();

it("gives a mandate and takes it back", async () => {
  const { page, complaints } = await visit(portal.browser, portal.url);
  await signInAs(page, "trader");
  await activate(page, "Your registration");
  await page.waitForSelector("text=Your details held by customs");
  await page.waitForSelector("dd:has-text('Aurora Trading')");
  await activate(page, "Give a mandate");
  await page.waitForSelector("form");
  await fill(page, "Representative", "XA2000001");
  await choose(page, "Direct or indirect representation", "direct");
  await activate(page, "Grant");
  await page.waitForURL(/\/formalities\/MAN/);
  await page.waitForSelector("#step");
  await tabTo(page, "#step");
  await page.keyboard.press("Space");
  for (let tries = 0; tries < 8; tries++) {
    const chosen = await page.locator(".govuk-radios__item:has(input:checked)").innerText();
    if (/revoke/i.test(chosen)) break;
    await page.keyboard.press("ArrowDown");
  }
  if ((await page.locator("#words").count()) > 0) await fill(page, "#words", "We part ways");
  await activate(page, "Continue");
  await page.waitForSelector("text=The step was recorded");
  expect(await page.locator(".ch-headline").innerText()).toMatch(/Revoked/);
  expect(complaints).toEqual([]);
});

it("reads an account with its statement, and not that of another", async () => {
  const { page, complaints } = await visit(portal.browser, portal.url);
  await signInAs(page, "trader");
  await lodgeSample(page, "import-tobacco");
  await activate(page, "Your registration");
  await activate(page, "XADEF0001");
  await page.waitForSelector("text=Statement");
  await page.waitForSelector("text=-10,500.00 USD");
  expect(await page.locator("main").innerText()).toContain("A declaration");
  await page.goto("/accounts/XADEF9999");
  await page.waitForSelector(".govuk-error-summary");
  expect(complaints).toEqual([]);
});

describe.each(LOCALES)("pages in %s", (locale, _, direction) => {
  it("entry and account", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url, locale);
    await signInAs(page, "trader");
    for (const path of ["/register", "/accounts/XADEF0001"]) {
      await page.goto(path);
      await page.waitForSelector(path === "/register" ? "dl" : "table");
      await expectGoodPage(page, direction);
    }
    expect(complaints).toEqual([]);
  });
});

it("moves the point of amounts, whatever their size, and never calculates", () => {
  expect(decimalOfMinor("-1050000", 2)).toBe("-10500.00");
  expect(decimalOfMinor("5", 2)).toBe("0.05");
  expect(decimalOfMinor("12", 0)).toBe("12");
  expect(decimalOfMinor("99999999999999999999", 6)).toBe("99999999999999.999999");
  const own = { currency: "KWD", currencyDecimals: 3 };
  expect(["KWD", "EUR", "KGM"].map((unit) => decimalsOf(unit, own))).toEqual([3, 2, 6]);
});

it("shows the entry element by element, without attributes", () => {
  expect([isoOf("20260131100001Z"), isoOf("2026")]).toEqual(["2026-01-31T10:00:01Z", "2026"]);
  const message = {
    TraderMasterData: {
      FunctionCode: "11",
      "IssueDateTime@formatCode": "304",
      Name: "A",
      AuthorisationHolder: [{ CategoryCode: "DPO" }, { CategoryCode: "" }],
    },
  };
  expect(masterRows(message)).toEqual([
    { path: "Name", value: "A" },
    { path: "AuthorisationHolder/CategoryCode", value: "DPO" },
  ]);
});
