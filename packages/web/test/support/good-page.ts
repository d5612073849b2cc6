/** What every page has to be, in English and Arabic, wide and narrow. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeViolations, settled } from "./browser.ts";

const NARROW = { width: 360, height: 760 };
const WIDE = { width: 1280, height: 900 };
export const LOCALES = [
  ["en-GB", "en", "ltr"],
  ["ar", "ar", "rtl"],
] as const;

export async function expectGoodPage(page: Page, direction: string): Promise<void> {
  await page.waitForSelector("h1");
  await settled(page);
  expect(await page.evaluate(() => document.documentElement.dir)).toBe(direction);
  expect(await axeViolations(page), page.url()).toEqual([]);
  await page.setViewportSize(NARROW);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${page.url()} is too wide`).toBeLessThanOrEqual(NARROW.width);
  expect(await axeViolations(page), `${page.url()} narrow`).toEqual([]);
  await page.setViewportSize(WIDE);
}
