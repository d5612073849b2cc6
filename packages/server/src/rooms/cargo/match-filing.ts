/** Declarations and cargo reports tell each other: what was reported, who takes it over, what may leave the terminal. */
import { type CargoLine, type Case, declaredCargo, manifestAccount } from "@customhouse/clearance";
import { type Formality, kindsWith } from "@customhouse/formalities";
import type { Declaration, Facts, FormalityKind } from "@customhouse/model";
import type { FormalityResult } from "../formalities/contract.ts";
import type { CargoParts } from "./parts.ts";

const UNIT = "PK";
const DECIMALS = 6;

/** Undefined: nothing is to be matched. Nothing is asked of the database where nothing is named. */
export async function cargoLines(
  parts: CargoParts,
  declaration: Declaration,
): Promise<readonly CargoLine[] | undefined> {
  const { country, store, readBalance } = parts;
  const kinds = kindsWith(country.formalities, "arrivalReport");
  if (country.cargo === undefined || kinds.length === 0) return undefined;
  const declared = declaredCargo(declaration, country);
  if (declared === undefined) return [];
  const reports = await store.cargoReports(kinds, declared.documents, declared.containers);
  // A master document stands for its houses where they were reported too.
  const houses = new Set(reports.filter(isHouse).map(({ facts }) => facts.transportDocument));
  const lines = reports.filter(
    (report) => isHouse(report) || !houses.has(report.facts.transportDocument),
  );
  return Promise.all(
    lines.map(async (report) => ({
      ...lineOf(report),
      isOpen: !isClosed(kinds, report),
      leftMinor: await readBalance(manifestAccount(report.number), UNIT),
    })),
  );
}

function isClosed(kinds: readonly FormalityKind[], { kind, state }: Formality): boolean {
  return kinds.find((entry) => entry.kind === kind)?.states[state]?.closed === true;
}

function isHouse({ facts }: Formality): boolean {
  return facts.level === "house";
}

function lineOf({ number, facts }: Formality) {
  const { transportDocument, packages, grossMassKg, containers } = facts;
  return {
    number,
    document: text(transportDocument),
    packages: text(packages) === "" ? "0" : text(packages),
    ...(typeof grossMassKg === "string" ? { grossMassKg } : {}),
    containers: Array.isArray(containers) ? (containers as readonly string[]) : [],
  };
}

function text(fact: unknown): string {
  return typeof fact === "string" ? fact : "";
}

/** Tells every cargo report that the case takes over from where it stands now. The same is told once. */
export async function tellCargo(parts: CargoParts, declared: Case): Promise<void> {
  const { cargo, at, caseId, eventCount, mrn } = declared;
  if (cargo === undefined) return;
  const isOver = at.closed !== undefined;
  const discrepancy = isOver ? [] : cargo.mismatches.map(({ code }) => code).filter(isDiscrepancy);
  for (const { report, account, unit, amountMinor } of cargo.claims) {
    const takenOver = isOver ? "0" : decimalOf(BigInt(amountMinor));
    const key = `${caseId}/${eventCount}/${report}`;
    const step = (name: string, facts: Facts) =>
      parts.formalities.step({
        number: report,
        step: name,
        by: { as: "system", subject: "cargo" },
        facts: { mrn, takenOver, ...facts },
        idempotencyKey: `${key}/${name}`,
      });
    await settled(() => step("noteDeclaration", { discrepancy: [...new Set(discrepancy)] }));
    if (cargo.isWrittenOff !== true || isOver) continue;
    const released = await parts.readBalance(`outside/declared/${report}`, unit);
    const { facts = {} } = (await parts.formalities.byNumber(report)) ?? {};
    const isAll =
      released >= minorOf(text(facts.packages)) && (await parts.readBalance(account, unit)) === 0n;
    await settled(() => step(isAll ? "release" : "releasePart", {}));
  }
}

const NOTED: ReadonlySet<string> = new Set(["packages", "mass", "container"]);

function isDiscrepancy(code: string): boolean {
  return NOTED.has(code);
}

const MAX_TRIES = 5;

/**
 * Declarations that share a report tell it at once: the slower ones try again. A report that was closed meanwhile has
 * nothing more to be told; whatever else failed is left to the deadline.
 */
async function settled(take: () => Promise<FormalityResult>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const result = await take();
    if (result.status === "done" || result.httpStatus === 422 || result.httpStatus === 404) return;
    if (result.httpStatus === 409 && tries < MAX_TRIES) continue;
    throw new Error(`${result.code} ${result.message}`);
  }
}

function decimalOf(minor: bigint): string {
  const digits = minor.toString().padStart(DECIMALS + 1, "0");
  const whole = digits.slice(0, -DECIMALS);
  const part = digits.slice(-DECIMALS).replace(/0+$/, "");
  return part === "" ? whole : `${whole}.${part}`;
}

function minorOf(decimal: string): bigint {
  const [whole = "0", part = ""] = decimal.split(".");
  return BigInt(`${whole === "" ? "0" : whole}${part.padEnd(DECIMALS, "0")}`);
}
