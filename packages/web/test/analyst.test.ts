/** An analyst writes a rule, tries it, and a second one signs it off: by keyboard alone. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { activate, axeViolations, fill, signInAs, tabTo, visit } from "./support/browser.ts";
import { expectGoodPage } from "./support/good-page.ts";
import { lodgeSample } from "./support/lodge-by-api.ts";
import { openPortal } from "./support/portal.ts";

const portal = openPortal(async ({ browser, url }) => {
  const { page } = await visit(browser, url);
  await signInAs(page, "trader");
  await lodgeSample(page, "import-tobacco");
});

const textOf = (page: Page) => page.locator("main").innerText();

async function writeRule(page: Page): Promise<void> {
  await activate(page, "Add a rule");
  await page.waitForSelector("text=Features that a condition can use");
  await fill(page, "Identifier", "TOBACCO-TRIAL");
  await fill(page, "Title", "All tobacco");
  await fill(page, "Reason", "Findings of the last year");
  await fill(page, "Responsible", "Excise division");
  await fill(page, "Weight", "100");
  await fill(page, "Valid from", "2020-01-01");
  await fill(page, "Condition", "item.hs2 == 24");
  await page.waitForSelector("mark");
  expect(await page.locator("mark").innerText()).toContain("item.hs2 == 24");
  await activate(page, "Save the rule");
  await page.waitForSelector(".govuk-error-summary");
  expect(await page.title()).toMatch(/^Error: /);
  const summary = await page.locator(".govuk-error-summary").innerText();
  expect(summary).toContain("Review by: give an answer");
  expect(summary).toContain("The condition compares values of types that do not fit.");
}

/** The history of a test is played within a moment: here it takes until `goOn` is called. */
async function holdBacktest(page: Page) {
  const { promise: held, resolve: goOn } = Promise.withResolvers<void>();
  let asked = 0;
  await page.route("**/backtest", async (route) => {
    asked += 1;
    if (asked === 1) {
      return await route.fulfill({ status: 202, json: { state: "running", played: 1_200 } });
    }
    await held;
    await route.continue();
  });
  return { goOn };
}

describe("analyst", () => {
  it("writes a rule, mends it, tries it, has it signed off and puts it in force", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url);
    await signInAs(page, "analyst");
    await page.waitForSelector("text=No policy is in force");
    await activate(page, "Create a policy");
    await page.waitForSelector("text=There are no rules.");
    await writeRule(page);

    await tabTo(page, "The condition compares values");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("when");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.press("Delete");
    await fill(page, "Search the features", "chapter first two digits");
    await activate(page, "item.hs2");
    await page.waitForFunction(() => document.activeElement?.id === "when");
    await page.keyboard.insertText(' == "24"');
    await page.waitForSelector("text=The condition is valid.");
    await fill(page, "#reviewDate", "2027-06-30");
    await activate(page, "Save the rule");

    await page.waitForSelector("text=What is new in this policy?");
    expect(await textOf(page)).toContain('item.hs2 == "24"');
    await activate(page, "Save as a draft");
    await page.waitForSelector("text=Say what is new in this policy");
    await fill(page, "What is new in this policy?", "Tobacco on trial");
    await activate(page, "Save as a draft");
    await page.waitForSelector("text=Written by");
    const history = await holdBacktest(page);
    await activate(page, "Test on history");
    await page.waitForSelector("text=Test in progress: 1,200 rows of the history so far");
    expect(await axeViolations(page)).toEqual([]);
    history.goOn();
    await page.waitForSelector("text=Test report");
    await expectGoodPage(page, "ltr");
    expect(await page.locator("table caption", { hasText: "Results by rule" }).count()).toBe(1);
    expect(await textOf(page)).toContain("You wrote this policy.");
    await activate(page, "Sign off");
    await page.waitForSelector("text=Nobody signs off what they wrote.");
    const address = page.url();

    const second = await visit(portal.browser, portal.url);
    await signInAs(second.page, "analyst2");
    await second.page.goto(address);
    await activate(second.page, "Sign off");
    await second.page.waitForSelector("text=The policy was signed off");

    await page.reload();
    await activate(page, "Put in force");
    await page.waitForSelector("text=The policy is in force");
    await activate(page, "Rules");
    await page.waitForSelector("text=Tobacco on trial");
    expect(await page.locator("tbody tr").first().innerText()).toContain("In force");
    await activate(page, "Policy 1");
    await activate(page, "Return to the previous policy");
    await page.waitForSelector("text=The previous policy is in force again");
    expect([...complaints, ...second.complaints]).toEqual([]);
  });

  it("changes and removes rules in a copy, which nobody else sees", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url);
    await signInAs(page, "analyst");
    await activate(page, "Policy 1");
    await activate(page, "Edit as a copy");
    await page.waitForSelector("text=A copy of policy 1");
    await activate(page, "Change TOBACCO-TRIAL");
    await fill(page, "Title", "Some tobacco");
    await activate(page, "Save the rule");
    await page.waitForSelector("text=Some tobacco");
    await page.reload();
    await page.waitForSelector("text=Some tobacco");
    await activate(page, "Remove TOBACCO-TRIAL");
    await page.waitForSelector("text=There are no rules.");
    await activate(page, "Discard my changes");
    await page.waitForSelector("text=Risk policies");
    await activate(page, "Policy 1");
    await page.waitForSelector("text=All tobacco");
    expect(complaints).toEqual([]);
  });

  it("sees selection performance, and what is not known", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url);
    await signInAs(page, "analyst");
    await activate(page, "Selection performance");
    await page.waitForSelector("text=Declarations assessed");
    expect(await textOf(page)).toContain("Not known");
    expect(complaints).toEqual([]);
  });
});
