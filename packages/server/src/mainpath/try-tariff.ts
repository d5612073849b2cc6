/** The canary: recent declarations assessed with the tariff in force and with another, and what that would change. */
import { assessDuty, totalPayable } from "@customhouse/clearance";
import { decode } from "@customhouse/messages";
import type { Country, Declaration, Measure } from "@customhouse/model";
import { Decimal } from "decimal.js";
import type { StoredDocument } from "./parts.ts";

export interface TrialCase {
  readonly caseId: string;
  readonly mrn: string;
  readonly documentDigest: string;
  readonly acceptedAt: string;
}

export interface TrialReport {
  readonly declarations: number;
  /** Their personal data were erased: nothing to assess. */
  readonly erased: number;
  readonly changed: number;
  /** In the country's currency. */
  readonly totalBefore: string;
  readonly totalAfter: string;
  readonly greatestChanges: readonly {
    readonly mrn: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly failed: readonly { readonly mrn: string; readonly message: string }[];
}

const MAX_TOLD = 20;

export async function tryTariff(
  country: Country,
  measures: readonly Measure[],
  cases: readonly TrialCase[],
  loadDocument: (caseId: string, digest: string) => Promise<StoredDocument | undefined>,
): Promise<TrialReport> {
  const other: Country = { ...country, tariff: { ...country.tariff, measures } };
  const changes: { mrn: string; before: string; after: string }[] = [];
  const failed: { mrn: string; message: string }[] = [];
  let totalBefore = new Decimal(0);
  let totalAfter = new Decimal(0);
  let erased = 0;
  for (const { caseId, mrn, documentDigest, acceptedAt } of cases) {
    const document = await loadDocument(caseId, documentDigest);
    const declaration = document && declarationIn(document, country);
    if (declaration === undefined) {
      erased += 1;
      continue;
    }
    try {
      const before = payable(declaration, country, acceptedAt);
      const after = payable(declaration, other, acceptedAt);
      totalBefore = totalBefore.plus(before);
      totalAfter = totalAfter.plus(after);
      if (before !== after) changes.push({ mrn, before, after });
    } catch (error) {
      failed.push({ mrn, message: error instanceof Error ? error.message : String(error) });
    }
  }
  const size = (one: { before: string; after: string }) =>
    new Decimal(one.after).minus(one.before).abs();
  return {
    declarations: cases.length,
    erased,
    changed: changes.length,
    totalBefore: totalBefore.toFixed(country.currencyDecimals),
    totalAfter: totalAfter.toFixed(country.currencyDecimals),
    greatestChanges: changes.toSorted((a, b) => size(b).comparedTo(size(a))).slice(0, MAX_TOLD),
    failed: failed.slice(0, MAX_TOLD),
  };
}

function declarationIn(document: StoredDocument, country: Country): Declaration | undefined {
  return decode(document.content, { profile: country.messages }).document?.Declaration;
}

function payable(declaration: Declaration, country: Country, on: string): string {
  return totalPayable(assessDuty(declaration, country, on), country);
}
