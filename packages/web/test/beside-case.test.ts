/** Beside a case an officer reads what analysts read in the open of its parties, and what papers that are text say. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { activate, signInAs, visit } from "./support/browser.ts";
import { lodgeSample } from "./support/lodge-by-api.ts";
import { openPortal } from "./support/portal.ts";

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const ITEM = {
  ...{ id: "n1", source: "Harbour Gazette", licence: "CC BY 4.0", language: "en" },
  ...{ address: "https://gazette.example/n1", confidence: 0.5 },
  ...{ publishedOn: day(-12), retrievedOn: day(-2), expiresOn: day(300) },
  ...{ text: "It was named in a report.", mentions: ["Maison Textil S.A."] },
};
const portal = openPortal();

/** As the person who is signed in. */
async function post(page: Page, path: string, body: string, type: string): Promise<number> {
  const sent = { path, body, type };
  return page.evaluate(async ({ path, body, type }) => {
    const { accessToken } = JSON.parse(sessionStorage.getItem("customhouse.session") ?? "{}");
    const headers = { Authorization: `Bearer ${accessToken}`, "Content-Type": type };
    return (await fetch(path, { method: "POST", headers, body })).status;
  }, sent);
}

async function signedIn(user: string) {
  const visited = await visit(portal.browser, portal.url);
  await signInAs(visited.page, user);
  return visited;
}

it("shows source, age and confidence of what was read, and the text of papers", async () => {
  const analyst = await signedIn("analyst");
  const items = "/v1/risk/open-source-items";
  expect(await post(analyst.page, items, JSON.stringify(ITEM), "application/json")).toBe(201);
  const trader = await signedIn("trader");
  const mrn = await lodgeSample(trader.page, "import-tobacco");
  const papers = `/v1/declarations/${mrn}/documents?type=N380&name=`;
  expect(await post(trader.page, `${papers}list.txt`, "40 cartons of tobacco", "text/plain")).toBe(
    200,
  );
  expect(await post(trader.page, `${papers}scan.pdf`, "%PDF-1.7", "application/pdf")).toBe(200);

  const { page, complaints } = await signedIn("officer");
  await activate(page, mrn);
  await page.waitForSelector("text=Open-source information");
  const text = await page.locator("main").innerText();
  expect(text).toContain("Harbour Gazette Days old: 12. CC BY 4.0");
  expect(text).toContain("Reliability of the source: 50");
  expect(text).toContain("It was named in a report.");
  for (const [name, says] of [
    ["list.txt", "40 cartons of tobacco"],
    ["scan.pdf", "No text is read of this kind of document"],
  ] as const) {
    await page.locator("li", { hasText: name }).locator("summary").click();
    await page.waitForSelector(`text=${says}`);
  }
  expect(complaints).toEqual([]);
});
