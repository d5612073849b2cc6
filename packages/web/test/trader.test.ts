/** A trader's way through the portal, by keyboard alone. */
import { patience } from "@customhouse/testkit/patience";
import { describe, expect, it } from "vitest";
import { activate, axeViolations, choose, fill, signInAs, visit } from "./support/browser.ts";
import { lodgeSample } from "./support/lodge-by-api.ts";
import { openPortal } from "./support/portal.ts";

const portal = openPortal();

describe("trader", () => {
  // One declaration in a hundred is drawn for a control, as in life: then the next one is tried.
  const drawn = { retry: 1 };
  it("lodges by form, with a mistake on the way, and sees the goods cleared", drawn, async () => {
    const { page, complaints } = await visit(portal.browser, portal.url);
    await signInAs(page, "trader");
    await activate(page, "Lodge a declaration");
    await activate(page, "Start a new declaration");
    await page.waitForURL(/\/lodge\/[0-9a-f-]{36}$/);

    await activate(page, "Goods");
    await activate(page, "Fill in");
    await page.waitForSelector(
      "#Declaration-GoodsShipment-GovernmentAgencyGoodsItem-0-Commodity-Description",
    );
    await activate(page, "Save and continue");
    await page.waitForSelector(".govuk-error-summary");
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe(
      "govuk-error-summary",
    );
    expect(await axeViolations(page)).toEqual([]);
    await activate(page, "Description of the goods");
    expect(await page.evaluate(() => document.activeElement?.id)).toContain(
      "Commodity-Description",
    );

    await page.keyboard.insertText("Cotton trousers");
    await fill(page, "Tariff code", "62034235");
    await choose(page, "Treatment asked for", "40");
    await choose(page, "Country of origin", "FR");
    await fill(page, "Gross mass", "120.5");
    await activate(page, "Save and continue");
    await page.waitForURL(/\/goods$/);
    await activate(page, "I have added all the goods");
    await page.waitForURL(/\/lodge\/[0-9a-f-]{36}$/);

    await activate(page, "Parties");
    await fill(page, "Exporter: name", "Maison Textile SA");
    await activate(page, "Save and continue");
    await page.waitForURL(/\/lodge\/[0-9a-f-]{36}$/);
    await activate(page, "Transport");
    await choose(page, "Kind of declaration", "IMA");
    await choose(page, "Country the goods were sent from", "FR");
    await activate(page, "Save and continue");
    await page.waitForURL(/\/lodge\/[0-9a-f-]{36}$/);
    await activate(page, "Documents");
    await activate(page, "Save and continue");
    await page.waitForURL(/\/lodge\/[0-9a-f-]{36}$/);
    await activate(page, "Values");
    await fill(page, "Account or guarantee", "XADEF0001");
    await fill(page, "Price of the item", "1000.00");
    await choose(page, "How duties are paid", "From");
    await activate(page, "Save and continue");
    await page.waitForURL(/\/lodge\/[0-9a-f-]{36}$/);
    expect(await page.locator(".govuk-task-list__status").allTextContents()).toEqual(
      Array.from({ length: 5 }, () => "Completed"),
    );

    await activate(page, "Check your answers");
    await page.waitForSelector("h1:has-text('Check your answers')");
    expect(await page.locator("main").innerText()).toContain("Cotton trousers");
    expect(await axeViolations(page)).toEqual([]);
    await activate(page, "Confirm and lodge");
    await page.waitForURL(/\/lodged\//);
    await page.waitForSelector(".govuk-panel");
    const mrn = page.url().split("/").at(-1) ?? "";
    expect(await page.locator(".govuk-panel").innerText()).toContain(mrn);
    expect(await axeViolations(page)).toEqual([]);

    await activate(page, "Follow the declaration");
    await page.waitForSelector("text=The goods were cleared", { timeout: patience(20_000) });
    const shown = await page.locator("main").innerText();
    expect(shown).toContain("Customs duty");
    expect(shown).toMatch(/USD\s288\.00/);
    expect(shown).not.toMatch(/\blane\b|\bgreen\b/i);
    expect(complaints).toEqual([]);
  });

  it("keeps a draft by itself", async () => {
    const { page } = await visit(portal.browser, portal.url);
    await signInAs(page, "trader2");
    await page.goto("/lodge");
    await activate(page, "Start a new declaration");
    await page.waitForURL(/\/lodge\/[0-9a-f-]{36}$/);
    await page.goto(`${page.url()}/task/parties`);
    const saved = page.waitForResponse((answer) => answer.request().method() === "PUT");
    await fill(page, "Exporter: name", "Half a name");
    expect((await saved).status()).toBe(200);
    await page.reload();
    const field = page.locator("#Declaration-Exporter-Name");
    await field.waitFor();
    expect(await field.inputValue()).toBe("Half a name");
  });

  it("shows why a declaration was rejected, and opens it again for correction", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url);
    await signInAs(page, "trader");
    const mrn = await lodgeSample(page, "import-with-errors");
    await page.goto(`/declarations/${mrn}`);
    await page.waitForSelector(".ch-finding");
    const origin = page.locator(".ch-finding", { hasText: "country of origin" });
    expect(await origin.innerText()).toMatch(/Where\s+Item 1, Country of origin/);
    const treatment = page.locator(".ch-finding", { hasText: "Treatment asked for" });
    // The answer is read from the declaration itself, which arrives after the findings.
    await treatment.getByText("99", { exact: true }).waitFor();
    expect(await treatment.innerText()).toMatch(/Your answer\s+99/);
    await treatment.locator("summary").click();
    expect(await treatment.innerText()).toContain("42A/67A/68A(1)/70A(1)/166");
    await activate(page, "Correct and lodge again");
    await page.waitForURL(/\/lodge\/[0-9a-f-]{36}$/);
    await page.waitForSelector("text=There is a problem");
    expect(complaints).toEqual([]);
  });

  it("sends a document that customs asked for", async () => {
    const { page } = await visit(portal.browser, portal.url);
    await signInAs(page, "trader");
    const mrn = await lodgeSample(page, "import-tobacco");
    await page.goto(`/declarations/${mrn}`);
    await activate(page, "Send a document");
    await page.waitForSelector("#file");
    await activate(page, "Send");
    await page.waitForSelector(".govuk-error-summary");
    await choose(page, "What kind of document", "Commercial");
    const content = Buffer.from("%PDF-1.7\n");
    const file = { name: "invoice.pdf", mimeType: "application/pdf", buffer: content };
    await page.locator("#file").setInputFiles(file);
    await activate(page, "Send");
    await page.waitForURL(`**/declarations/${mrn}`);
    await page.waitForSelector("text=A document was sent");
    await page.goto(`/declarations/${mrn}/details`);
    await page.waitForSelector("text=invoice.pdf");
  });

  it("presents goods declared in advance, and cancels", async () => {
    const { page } = await visit(portal.browser, portal.url);
    await signInAs(page, "trader");
    const mrn = await lodgeSample(page, "import-before-arrival");
    await page.goto(`/declarations/${mrn}`);
    await activate(page, "The goods are here");
    await page.waitForSelector("text=Customs accepted the declaration");
    const other = await lodgeSample(page, "import-before-arrival");
    await page.goto(`/declarations/${other}/cancel`);
    await fill(page, "Why do you want to cancel it?", "The buyer no longer wants the goods");
    await activate(page, "Ask to cancel");
    await page.waitForURL(`**/declarations/${other}`);
    await page.waitForSelector("text=A request to cancel was received");
  });

  it("shows nobody else's declaration", async () => {
    const { page } = await visit(portal.browser, portal.url);
    await signInAs(page, "trader");
    const mrn = await lodgeSample(page, "export");
    const other = await visit(portal.browser, portal.url);
    await signInAs(other.page, "trader2");
    await other.page.goto(`/declarations/${mrn}`);
    await other.page.waitForSelector("[role=alert]");
    expect(await other.page.locator("main").innerText()).toContain("Not found");
  });
});
