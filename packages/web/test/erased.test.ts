/** A declaration whose personal data were erased says so on every page, and shows nothing that is not there. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { signInAs, visit } from "./support/browser.ts";
import { expectGoodPage, LOCALES } from "./support/good-page.ts";
import { lodgeSample } from "./support/lodge-by-api.ts";
import { openPortal } from "./support/portal.ts";

let mrn: string;
const portal = openPortal(async ({ browser, url }) => {
  const trader = await visit(browser, url);
  await signInAs(trader.page, "trader");
  // Rejected, and so over at once.
  mrn = await lodgeSample(trader.page, "import-with-errors");
  for (const [user, part] of [
    ["administrator", ""],
    ["administrator2", "/confirmation"],
  ] as const) {
    const { page, context } = await visit(browser, url);
    await signInAs(page, user);
    expect(await erase(page, part)).toBeLessThan(300);
    await context.close();
  }
});

function erase(page: Page, part: string): Promise<number> {
  return page.evaluate(
    async ({ mrn, part }) => {
      const { accessToken } = JSON.parse(sessionStorage.getItem("customhouse.session") ?? "{}");
      const headers = {
        Authorization: `Bearer ${accessToken}`,
        "Content-Type": "application/json",
      };
      const { caseId } = await (await fetch(`/v1/declarations/${mrn}`, { headers })).json();
      const body = JSON.stringify({ reason: "court-order", legalBasis: "XA-DPA-21" });
      const path = `/v1/cases/${caseId}/erasure${part}`;
      return (await fetch(path, { method: "POST", headers, ...(part ? {} : { body }) })).status;
    },
    { mrn, part },
  );
}

const WORDS = {
  en: {
    sentence: "The personal data of this declaration were erased on",
    gone: "The personal data of this case were erased.",
    notice: "The content was erased with the personal data of the declaration.",
  },
  ar: {
    sentence: "مُحيت البيانات الشخصية لهذا البيان في",
    gone: "مُحيت البيانات الشخصية لهذه القضية.",
    notice: "مُحي المحتوى مع البيانات الشخصية للبيان.",
  },
};

describe.each(LOCALES)("in %s", (locale, language, direction) => {
  it("says on its pages that it was erased", async () => {
    const { page, complaints } = await visit(portal.browser, portal.url, locale);
    await signInAs(page, "trader");
    const { sentence, gone, notice } = WORDS[language];
    for (const [tab, words] of [
      ["", sentence],
      ["/details", gone],
      ["/notices", notice],
      ["/message", gone],
    ] as const) {
      await page.goto(`/declarations/${mrn}${tab}`);
      await page.waitForSelector(`main >> text=${sentence}`);
      await page.waitForSelector(`main >> text=${words}`);
      await expectGoodPage(page, direction);
    }
    expect(complaints).toEqual([]);
  });
});
