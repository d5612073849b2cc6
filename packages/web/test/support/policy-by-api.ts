/** A policy in force, by two analysts, beside the portal. */
import type { Browser, Page } from "playwright-core";
import { learntModel, storedFacts } from "../../../server/test/support/risk-history.ts";
import { signInAs, visit } from "./browser.ts";

/** A rule of weight 1 falls just short of red: with a model beside it, both select. */
const LOW = { thresholds: { red: 0.012, yellow: 0.01, blue: 0.008 } };

export async function putInForce(
  browser: Browser,
  url: string,
  rules: readonly object[],
  options: { readonly withModel?: boolean } = {},
): Promise<void> {
  const [first, second] = [await visit(browser, url), await visit(browser, url)];
  await signInAs(first.page, "analyst");
  await signInAs(second.page, "analyst2");
  const scored = options.withModel ? { model: await bringModel(first.page), lanes: LOW } : {};
  const { version } = await post(first.page, "/v1/risk/policies", {
    note: "For a test",
    policy: { rules, ...scored },
  });
  const path = `/v1/risk/policies/${version}`;
  while ((await post(first.page, `${path}/backtest`)).state === "running");
  await post(second.page, `${path}/signature`);
  await post(first.page, `${path}/activation`);
  await Promise.all([first.context.close(), second.context.close()]);
}

/** Learnt from a made-up history. Gives its digest. */
async function bringModel(page: Page): Promise<unknown> {
  const { content } = await learntModel(storedFacts(600, 4), { trees: 30, depth: 4 });
  return (await post(page, "/v1/risk/models?name=test", content)).digest;
}

async function post(
  page: Page,
  path: string,
  body?: object | Uint8Array,
): Promise<Record<string, unknown>> {
  const isBytes = body instanceof Uint8Array;
  const sent = {
    path,
    body: isBytes ? Buffer.from(body).toString("latin1") : body && JSON.stringify(body),
    type: isBytes ? "application/octet-stream" : "application/json",
    isBytes,
  };
  const { ok, answer } = await page.evaluate(async ({ path, body, type, isBytes }) => {
    const { accessToken } = JSON.parse(sessionStorage.getItem("customhouse.session") ?? "{}");
    const headers = {
      Authorization: `Bearer ${accessToken}`,
      ...(body ? { "Content-Type": type } : {}),
    };
    const bytes = isBytes && body ? Uint8Array.from(body, (one) => one.charCodeAt(0)) : body;
    const response = await fetch(path, { method: "POST", headers, body: bytes });
    return { ok: response.ok, answer: await response.json() };
  }, sent);
  if (!ok) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return answer;
}
