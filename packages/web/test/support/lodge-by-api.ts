/** Declarations lodged beside the portal, as the person who is signed in there. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";

const samples = path.resolve(import.meta.dirname, "../../../../countries/xa/samples");
let lodged = 0;

/** A sample under a reference of its own. Answers its MRN. */
export async function lodgeSample(page: Page, name: string): Promise<string> {
  lodged += 1;
  const reference = `TEST-${process.pid}-${lodged}`;
  const xml = readFileSync(path.join(samples, `${name}.xml`), "utf8")
    .replace(/(<FunctionalReferenceID>)[^<]*/, `$1${reference}`)
    .replace(/(<TraderAssignedReferenceID>)[^<]*/, `$16XA1000001-${reference}`);
  const answer = await page.evaluate(async (body) => {
    const { accessToken } = JSON.parse(sessionStorage.getItem("customhouse.session") ?? "{}");
    const response = await fetch("/v1/declarations", {
      method: "POST",
      headers: { Authorization: `Bearer ${accessToken}`, "Content-Type": "application/xml" },
      body,
    });
    return response.json();
  }, xml);
  if (typeof answer.mrn !== "string") throw new Error(`Not lodged: ${JSON.stringify(answer)}`);
  return answer.mrn;
}
