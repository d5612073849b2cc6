/** Trying a message out, without an account. */
import { expect, it } from "vitest";
import { activate, choose, tabTo, visit } from "./support/browser.ts";
import { openPortal } from "./support/portal.ts";

const portal = openPortal();

it("names every error of a sample, and mends what is certain with one key", async () => {
  const { page, complaints } = await visit(portal.browser, portal.url);
  await page.goto("/playground");
  await page.waitForSelector("#sample option:nth-child(3)", { state: "attached" });
  await choose(page, "Start from a sample", "Import with errors");
  await activate(page, "Validate");
  await page.waitForSelector("text=4 errors were found");
  expect(await page.locator(".ch-finding").count()).toBe(4);

  await choose(page, "Start from a sample", "Import of clothing");
  await tabTo(page, "Message");
  const message = page.locator("#message");
  const lower = (await message.inputValue()).replace("<ID>FR</ID>", "<ID>fr</ID>");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(lower);
  await activate(page, "Validate");
  await page.waitForSelector("text=1 error was found");
  await activate(page, "Apply the fix");
  await page.waitForSelector("text=The message is in order");
  const mended = await message.inputValue();
  expect(mended).toContain("<ID>FR</ID>");
  expect(mended).toContain("<md:MetaData");
  expect(mended).toContain("Electric hair clippers");
  expect(complaints).toEqual([]);
});

it("says how to do the same from a terminal", async () => {
  const { page } = await visit(portal.browser, portal.url);
  await page.goto("/playground");
  await page.waitForSelector("#commands");
  const text = await page.locator("main").innerText();
  expect(text).toContain(`curl ${portal.url}/v1/validate`);
  expect(text).toContain("customhouse validate --country xa message.xml");
});
