/** A server and a browser for the tests of one file, which are skipped where there is no Chromium. */
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { hasChromium, launch, needsChromium } from "./browser.ts";
import { type PortalServer, startPortalServer } from "./server.ts";

export interface Portal {
  readonly browser: Browser;
  readonly url: string;
}

/**
 * `prepare` runs once, before the first test. Read the fields inside of tests only. What a test opened is closed after it: a
 * page that watches a declaration asks on and takes time from the next test.
 */
export function openPortal(prepare?: (portal: Portal) => Promise<void>): Portal {
  let server: PortalServer | undefined;
  let browser: Browser | undefined;
  const portal: Portal = {
    get browser() {
      if (browser === undefined) throw new Error("the browser is not there yet");
      return browser;
    },
    get url() {
      if (server === undefined) throw new Error("the server is not there yet");
      return server.url;
    },
  };
  beforeAll(async () => {
    if (!hasChromium) return;
    [server, browser] = await Promise.all([startPortalServer(), launch()]);
    await prepare?.(portal);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  let openBefore: readonly BrowserContext[] = [];
  beforeEach((context) => {
    needsChromium(context);
    openBefore = browser?.contexts() ?? [];
  });
  afterEach(async () => {
    const opened = (browser?.contexts() ?? []).filter((one) => !openBefore.includes(one));
    await Promise.all(opened.map((one) => one.close()));
  });
  return portal;
}
