/** The page that verifies receipts: in the browser, and without a word to anybody. */
import { eventually } from "@customhouse/testkit/patience";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { settled, signInAs, visit } from "./support/browser.ts";
import { expectGoodPage, LOCALES } from "./support/good-page.ts";
import { lodgeSample } from "./support/lodge-by-api.ts";
import { openPortal } from "./support/portal.ts";

let file = "";
let key = "";
const portal = openPortal(async ({ browser, url }) => {
  const { page, context } = await visit(browser, url);
  await signInAs(page, "trader");
  const mrn = await lodgeSample(page, "import");
  const receipts = () =>
    page.evaluate(async (of) => {
      const { accessToken } = JSON.parse(sessionStorage.getItem("customhouse.session") ?? "{}");
      const headers = { Authorization: `Bearer ${accessToken}` };
      return (await fetch(`/v1/declarations/${of}/receipt`, { headers })).text();
    }, mrn);
  // Until the sequencer has numbered the leaf there is none.
  file = await eventually(receipts, (text) => text.includes("tlog-proof"));
  key = await (await fetch(`${url}/.well-known/customhouse-log-key`)).text();
  await context.close();
});

async function verify(page: Page, content: string, given: string): Promise<void> {
  await page.setInputFiles("#file", {
    name: "receipts.json",
    mimeType: "application/json",
    buffer: Buffer.from(content),
  });
  await page.fill("#key", given);
  await page.locator("main button[type=submit]").click();
}

it("says that receipts are sound, and which check fails, and sends nothing", async () => {
  const { page, complaints } = await visit(portal.browser, portal.url);
  await page.goto("/verify");
  await page.waitForSelector("h1");
  await settled(page);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url()));
  await verify(page, file, key.trim());
  await page.waitForSelector('text="Every receipt is sound"');
  expect(await page.locator("main").innerText()).toContain("DeclarationRegistered");
  await verify(page, file.replace('"DeclarationRegistered"', '"GoodsReleased"'), key.trim());
  await page.waitForSelector("text=Content: the facts are not those that the log holds.");
  await verify(page, "{}", key.trim());
  await page.waitForSelector("text=Format: this is not a receipt");
  await verify(page, file, "not a key");
  await page.waitForSelector(".govuk-error-summary");
  expect(sent).toEqual([]);
  expect(complaints).toEqual([]);
}, 60_000);

describe.each(LOCALES)("in %s", (locale, _, direction) => {
  it("the page, its errors and its answer", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url, locale);
    await page.goto("/verify");
    await page.locator("main button[type=submit]").click();
    await page.waitForSelector(".govuk-error-summary");
    await expectGoodPage(page, direction);
    await verify(page, file, key.trim());
    await page.waitForSelector("#verdict");
    await expectGoodPage(page, direction);
    expect(complaints).toEqual([]);
  }, 60_000);
});
