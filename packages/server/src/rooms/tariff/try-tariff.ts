/** The canary: recent declarations assessed with the tariff in force and with another, and what that would change. */
import { assessDuty, fromMinor, totalPayable } from "@customhouse/clearance";
import { decode } from "@customhouse/messages";
import { type Country, type Declaration, legalDay, type Measure } from "@customhouse/model";
import type { StoredPayload } from "../../platform/commit/act-parts.ts";

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
  loadPayload: (caseId: string, digest: string) => Promise<StoredPayload | undefined>,
): Promise<TrialReport> {
  const other: Country = { ...country, tariff: { ...country.tariff, measures } };
  const changes: { mrn: string; before: bigint; after: bigint }[] = [];
  const failed: { mrn: string; message: string }[] = [];
  let totalBefore = 0n;
  let totalAfter = 0n;
  let erased = 0;
  for (const { caseId, mrn, documentDigest, acceptedAt } of cases) {
    const payload = await loadPayload(caseId, documentDigest);
    const declaration = payload && declarationIn(payload, country);
    if (declaration === undefined) {
      erased += 1;
      continue;
    }
    try {
      const day = legalDay(acceptedAt, country);
      const before = payable(declaration, country, day);
      const after = payable(declaration, other, day);
      totalBefore += before;
      totalAfter += after;
      if (before !== after) changes.push({ mrn, before, after });
    } catch (error) {
      failed.push({ mrn, message: error instanceof Error ? error.message : String(error) });
    }
  }
  const size = ({ before, after }: (typeof changes)[number]) =>
    after > before ? after - before : before - after;
  const told = (amountMinor: bigint) => fromMinor(amountMinor, country.currencyDecimals);
  return {
    declarations: cases.length,
    erased,
    changed: changes.length,
    totalBefore: told(totalBefore),
    totalAfter: told(totalAfter),
    greatestChanges: changes
      .toSorted((a, b) => Number(size(b) - size(a)))
      .slice(0, MAX_TOLD)
      .map(({ mrn, before, after }) => ({ mrn, before: told(before), after: told(after) })),
    failed: failed.slice(0, MAX_TOLD),
  };
}

function declarationIn(payload: StoredPayload, country: Country): Declaration | undefined {
  return decode(payload.content, { profile: country.messages }).document?.Declaration;
}

/** Minor units: the total is written with all decimals of the currency. */
function payable(declaration: Declaration, country: Country, on: string): bigint {
  const total = totalPayable(assessDuty(declaration, country, on), country);
  return BigInt(total.replace(".", ""));
}
