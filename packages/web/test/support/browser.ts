/** Chromium, driven by the keyboard as far as a journey is concerned. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
  type Request,
} from "playwright-core";
import type { TestContext } from "vitest";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const ARGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Skips where there is no browser and says so; in CI that is a failure. */
export function needsChromium(ctx: TestContext): void {
  if (existsSync(executablePath)) return;
  const reason = `Chromium is not at ${executablePath}; set CHROMIUM_PATH`;
  if (process.env.CI) throw new Error(reason);
  ctx.skip(reason);
}

export const hasChromium = existsSync(executablePath);

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath, args: ARGS });
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: policy violations, errors of scripts, requests to elsewhere. */
  readonly complaints: readonly string[];
}

export async function visit(browser: Browser, url: string, locale = "en-GB"): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    locale,
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
  });
  const complaints: string[] = [];
  await context.exposeBinding("tellViolation", (_source, text: string) => complaints.push(text));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const tell = (globalThis as unknown as { tellViolation(text: string): void }).tellViolation;
      tell(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  const page = await context.newPage();
  countRequests(page);
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("console", (message) => {
    // A refusal is an answer: the browser reports its status as an error all the same.
    const isAnswer = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isAnswer) complaints.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const isElsewhere = !request.url().startsWith(url) && /^(https?|wss?):/.test(request.url());
    if (isElsewhere) complaints.push(`elsewhere: ${request.url()}`);
  });
  return { page, context, complaints };
}

const underWay = new WeakMap<Page, Set<Request>>();

function countRequests(page: Page): void {
  const open = new Set<Request>();
  underWay.set(page, open);
  page.on("request", (request) => {
    // What the document before asked for ends with it, not always with a word.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) open.clear();
    open.add(request);
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
}

/** Every answer that the page asked for is there and drawn, and it asked for no more when it was. */
export async function settled(page: Page): Promise<void> {
  const open = underWay.get(page) ?? new Set();
  for (let quiet = 0; quiet < QUIET_DRAWS; ) {
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    quiet = open.size === 0 ? quiet + 1 : 0;
  }
}

/** Drawing what came may ask for more. */
const QUIET_DRAWS = 3;

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong with the page as it is. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) {
    await page.evaluate(await readFile(axePath, "utf8"));
  }
  return page.evaluate(async (tags) => {
    interface Axe {
      run(
        context: Document,
        options: unknown,
      ): Promise<{
        violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
      }>;
    }
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run(document, {
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations"],
    });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 150)} ${failureSummary}`).join(" | ")}`,
    );
  }, RULES);
}

const MAX_TABS = 150;

/** Goes forward by Tab until the focus is on what has this name (or id, with `#`). */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < MAX_TABS; tabs++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(isFocused, name)) return;
  }
  throw new Error(`Tab does not lead to ${name} on ${page.url()}`);
}

function isFocused(wanted: string): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return false;
  // An id that ends with a hyphen stands for all that begin so.
  if (wanted.endsWith("-")) return `#${focused.id}`.startsWith(wanted);
  if (wanted.startsWith("#")) return `#${focused.id}` === wanted;
  const labels =
    "labels" in focused ? (focused.labels as NodeListOf<HTMLLabelElement> | null) : null;
  const texts = [focused.textContent, ...Array.from(labels ?? [], (label) => label.textContent)];
  return texts.some((text) => text?.trim().replaceAll(/\s+/g, " ").startsWith(wanted));
}

export async function activate(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

/** Types over whatever the field holds. */
export async function fill(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(text);
}

/** Chooses in a list by typing the beginning of an entry, as a keyboard user does. */
export async function choose(page: Page, field: string, beginning: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(beginning);
}

/** Signs in as one of the demo people, through the issuer's own page. */
export async function signInAs(page: Page, username: string): Promise<void> {
  await page.goto("/");
  await activate(page, "#sign-in");
  await page.waitForURL(/\/oidc\/sign-in\//);
  for (let tabs = 0; tabs < MAX_TABS; tabs++) {
    await page.keyboard.press("Tab");
    const value = await page.evaluate(() => document.activeElement?.getAttribute("value"));
    if (value === username) break;
  }
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !/oidc|signed-in/.test(url.pathname));
  await page.waitForSelector("h1");
}
