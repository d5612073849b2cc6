/** A policy in force, by two analysts, beside the portal. */
import type { Browser, Page } from "playwright-core";
import { signInAs, visit } from "./browser.ts";

export async function putInForce(
  browser: Browser,
  url: string,
  rules: readonly object[],
): Promise<void> {
  const [first, second] = [await visit(browser, url), await visit(browser, url)];
  await signInAs(first.page, "analyst");
  await signInAs(second.page, "analyst2");
  const { version } = await post(first.page, "/v1/risk/policies", {
    note: "For a test",
    policy: { rules },
  });
  const path = `/v1/risk/policies/${version}`;
  while ((await post(first.page, `${path}/backtest`)).state === "running");
  await post(second.page, `${path}/signature`);
  await post(first.page, `${path}/activation`);
  await Promise.all([first.context.close(), second.context.close()]);
}

async function post(page: Page, path: string, body?: object): Promise<Record<string, unknown>> {
  const { ok, answer } = await page.evaluate(
    async ([path, body]) => {
      const { accessToken } = JSON.parse(sessionStorage.getItem("customhouse.session") ?? "{}");
      const headers = {
        Authorization: `Bearer ${accessToken}`,
        ...(body ? { "Content-Type": "application/json" } : {}),
      };
      const response = await fetch(path, { method: "POST", headers, body });
      return { ok: response.ok, answer: await response.json() };
    },
    [path, body && JSON.stringify(body)] as const,
  );
  if (!ok) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return answer;
}
