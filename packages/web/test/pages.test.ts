/** Every page, in English and Arabic, wide and narrow: nothing for axe to find, nothing outside of the policy. */
import { describe, expect, it } from "vitest";
import { activate, axeViolations, signInAs, visit } from "./support/browser.ts";
import { expectGoodPage, LOCALES } from "./support/good-page.ts";
import { lodgeSample } from "./support/lodge-by-api.ts";
import { openPortal } from "./support/portal.ts";

const portal = openPortal();

describe.each(LOCALES)("in %s", (locale, language, direction) => {
  it("start page, playground, sign-in and a page that is not there", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url, locale);
    for (const path of ["/", "/playground", "/no-such-page", "/declarations", "/signed-in"]) {
      await page.goto(path);
      await expectGoodPage(page, direction);
    }
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    await page.goto("/");
    await activate(page, "#sign-in");
    await page.waitForURL(/\/oidc\/sign-in\//);
    expect(await axeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("a trader's pages", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url, locale);
    await signInAs(page, "trader");
    const rejected = await lodgeSample(page, "import-with-errors");
    const meat = await lodgeSample(page, "import-meat");
    const tobacco = await lodgeSample(page, "import-tobacco");
    const paths = [
      "/declarations",
      `/declarations/${rejected}`,
      `/declarations/${meat}`,
      ...[
        "",
        "/details",
        "/notices",
        "/message",
        "/cancel",
        "/amend",
        "/document",
        "/answer/Q1",
      ].map((part) => `/declarations/${tobacco}${part}`),
      "/lodge",
      "/lodge/message",
    ];
    for (const path of paths) {
      await page.goto(path);
      await expectGoodPage(page, direction);
    }
    expect(complaints).toEqual([]);
  });

  it("the pages of a draft", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url, locale);
    await signInAs(page, "trader");
    await page.goto("/lodge");
    await page.locator("main button").first().click();
    await page.waitForURL(/\/lodge\/[0-9a-f-]{36}$/);
    const draft = page.url();
    const parts = ["/goods", "/goods/1", "/task/parties", "/task/transport", "/task/documents"];
    for (const part of ["", ...parts, "/task/values", "/check"]) {
      await page.goto(`${draft}${part}`);
      await expectGoodPage(page, direction);
    }
    await page.goto(`${draft}/goods/1`);
    await page.locator("main button[type=submit]").click();
    await page.waitForSelector(".govuk-error-summary");
    await expectGoodPage(page, direction);
    expect(complaints).toEqual([]);
  });

  it("an official's pages", async () => {
    const trader = await visit(portal.browser, portal.url, locale);
    await signInAs(trader.page, "trader");
    await lodgeSample(trader.page, "import-tobacco");
    await lodgeSample(trader.page, "import-meat");
    for (const person of ["officer", "agency"]) {
      const { page, complaints } = await visit(portal.browser, portal.url, locale);
      await signInAs(page, person);
      await page.waitForSelector("tbody a");
      await expectGoodPage(page, direction);
      await page.locator("tbody a").first().click();
      await page.waitForSelector("fieldset");
      await expectGoodPage(page, direction);
      await page.locator("main input[type=radio]").nth(1).check();
      await page.locator("main form button[type=submit]").click();
      await page.waitForSelector(".govuk-error-summary");
      await expectGoodPage(page, direction);
      expect(complaints).toEqual([]);
    }
  });
});

it("changes language on the spot, keeps it, and mirrors the page for Arabic", async () => {
  const { page } = await visit(portal.browser, portal.url);
  await page.goto("/");
  await activate(page, "العربية");
  await page.waitForFunction(() => document.documentElement.dir === "rtl");
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("ar");
  expect(await page.locator("h1").innerText()).toContain("صرّح");
  const sheets = await page.evaluate(() =>
    Array.from(document.querySelectorAll("link[rel=stylesheet]"), (one) =>
      one.getAttribute("href"),
    ),
  );
  expect(sheets).toEqual([expect.stringMatching(/^\/assets\/rtl-/)]);
  await page.reload();
  await page.waitForSelector("h1");
  expect(await page.evaluate(() => document.documentElement.dir)).toBe("rtl");
  await activate(page, "Français");
  await page.waitForFunction(() => document.documentElement.lang === "fr");
  expect(await page.evaluate(() => document.documentElement.dir)).toBe("ltr");
});

it("renews a token that is about to end, and keeps the person", async () => {
  const { page, complaints } = await visit(portal.browser, portal.url);
  await signInAs(page, "trader");
  const before = await page.evaluate(() => {
    const session = JSON.parse(sessionStorage.getItem("customhouse.session") ?? "{}");
    sessionStorage.setItem("customhouse.session", JSON.stringify({ ...session, expiresAtMs: 1 }));
    return session.accessToken as string;
  });
  await page.goto("/declarations");
  await page.waitForSelector("text=declarations shown");
  const after = await page.evaluate(
    () => JSON.parse(sessionStorage.getItem("customhouse.session") ?? "{}").accessToken as string,
  );
  expect(after).not.toBe(before);
  expect(await page.locator("header").innerText()).toContain("Aurora Trading");
  expect(complaints).toEqual([]);
});

it("lets people skip to the content, and sign out", async () => {
  const { page } = await visit(portal.browser, portal.url);
  await signInAs(page, "trader");
  await page.goto("/declarations");
  await page.waitForSelector("h1");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    "Skip to main content",
  );
  await activate(page, "Sign out");
  await page.waitForURL(`${portal.url}/`);
  expect(await page.evaluate(() => sessionStorage.getItem("customhouse.session"))).toBeNull();
  await page.goto("/declarations");
  await page.waitForSelector("h1");
  expect(await page.locator("h1").innerText()).toBe("Sign in to see this page");
});
