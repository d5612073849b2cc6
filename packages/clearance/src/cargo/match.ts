/** Compares a declaration with the manifest: what it takes over of each line, and what does not match. */
import {
  type CargoProfile,
  type Country,
  type Declaration,
  holds,
  valuesAt,
} from "@customhouse/model";
import { Decimal } from "decimal.js";
import type { CargoClaim, CargoMismatch } from "../case.ts";
import { repeatedValues } from "../facts.ts";
import { QUANTITY_DECIMALS } from "../lpco/claims.ts";

/** A reported consignment, as the server reads it from the cargo report. */
export interface CargoLine {
  /** Number of the cargo report. */
  readonly number: string;
  readonly document: string;
  /** Not released nor disposed of. */
  readonly isOpen: boolean;
  /** Decimals as reported. */
  readonly packages: string;
  readonly grossMassKg?: string;
  readonly containers: readonly string[];
  /** The packages that no declaration has written off yet, in millionths of a package. */
  readonly leftMinor: bigint;
}

export interface DeclaredCargo {
  readonly documents: readonly string[];
  readonly containers: readonly string[];
  /** Zero where none are declared. */
  readonly packages: Decimal;
  readonly grossMassKg?: Decimal;
}

const PREFIX = "manifest/";
const UNIT = "PK";
const MAX_NAMED = 200;
const DECIMAL = /^\d{1,16}(\.\d{1,6})?$/;

export function isManifestAccount(account: string): boolean {
  return account.startsWith(PREFIX);
}

export function manifestAccount(number: string): string {
  return `${PREFIX}${number}`;
}

/** The account of the packages of a manifest line that were written off at release. */
export function declaredAccount(account: string): string {
  return `outside/declared/${account.slice(PREFIX.length)}`;
}

/** Undefined: this declaration is not to be matched. */
export function declaredCargo(
  declaration: Declaration,
  country: Country,
): DeclaredCargo | undefined {
  const { cargo } = country;
  if (cargo === undefined || !holds(cargo.when, declaration, declaration)) return undefined;
  const documents = cargo.documents.flatMap((place) => repeatedValues(declaration, place));
  const containers = valuesAt(cargo.containers, declaration, declaration);
  if (documents.length === 0 && containers.length === 0) return undefined;
  const grossMassKg = sumAt(cargo.grossMassKg, declaration);
  return {
    documents: [...new Set(documents)].slice(0, MAX_NAMED),
    containers: [...new Set(containers)].slice(0, MAX_NAMED),
    packages: sumAt(cargo.packages, declaration) ?? new Decimal(0),
    ...(grossMassKg === undefined ? {} : { grossMassKg }),
  };
}

function sumAt(paths: readonly string[], declaration: Declaration): Decimal | undefined {
  for (const path of paths) {
    const values = valuesAt(path, declaration, declaration).filter((value) => DECIMAL.test(value));
    if (values.length > 0) return values.reduce((sum, value) => sum.plus(value), new Decimal(0));
  }
  return undefined;
}

export interface CargoMatch {
  readonly claims: readonly CargoClaim[];
  readonly mismatches: readonly CargoMismatch[];
}

/** `heldMinor`: what the case has taken over of a line already, by account. */
export function matchCargo(
  declared: DeclaredCargo,
  lines: readonly CargoLine[],
  profile: CargoProfile,
  heldMinor: ReadonlyMap<string, bigint>,
): CargoMatch {
  const mismatches: CargoMismatch[] = [];
  const usable = usableLines(declared, lines, mismatches);
  if (usable.length === 0) return { claims: [], mismatches };
  const claims: CargoClaim[] = [];
  let remaining = minorOf(declared.packages);
  let available = 0n;
  for (const line of usable) {
    const account = manifestAccount(line.number);
    const left = line.leftMinor + (heldMinor.get(account) ?? 0n);
    available += left;
    const taken = remaining < left ? remaining : left;
    if (taken <= 0n) continue;
    remaining -= taken;
    const { number: report, document } = line;
    claims.push({ report, document, account, unit: UNIT, amountMinor: taken.toString() });
  }
  if (remaining > 0n) {
    const reported = fromMinor(available);
    mismatches.push({ code: "packages", declared: declared.packages.toFixed(), reported });
  }
  mismatches.push(...massMismatch(declared, usable, claims, profile));
  mismatches.push(...containerMismatches(declared, usable));
  return { claims, mismatches };
}

/** By document where documents are named, else by container. */
function usableLines(
  { documents }: DeclaredCargo,
  lines: readonly CargoLine[],
  mismatches: CargoMismatch[],
): readonly CargoLine[] {
  if (documents.length === 0) {
    const open = lines.filter(({ isOpen }) => isOpen);
    if (open.length === 0) mismatches.push({ code: "no-line" });
    return open;
  }
  return documents.flatMap((document) => {
    const named = lines.filter((line) => line.document === document);
    const open = named.filter(({ isOpen }) => isOpen);
    if (open.length === 0)
      mismatches.push({ code: named.length === 0 ? "no-line" : "closed", document });
    return open;
  });
}

/** Parts of a consignment have no mass that was reported: only whole ones are compared. */
function massMismatch(
  { grossMassKg }: DeclaredCargo,
  lines: readonly CargoLine[],
  claims: readonly CargoClaim[],
  { massTolerancePercent }: CargoProfile,
): readonly CargoMismatch[] {
  const isWhole = ({ number, packages }: CargoLine) =>
    claims.find(({ report }) => report === number)?.amountMinor ===
    minorOf(new Decimal(packages)).toString();
  if (grossMassKg === undefined || !lines.every(isWhole)) return [];
  let reported = new Decimal(0);
  for (const line of lines) {
    if (line.grossMassKg === undefined) return [];
    reported = reported.plus(line.grossMassKg);
  }
  const allowed = reported.times(massTolerancePercent).div(100);
  return grossMassKg.minus(reported).abs().greaterThan(allowed)
    ? [{ code: "mass", declared: grossMassKg.toFixed(), reported: reported.toFixed() }]
    : [];
}

function containerMismatches(
  { containers }: DeclaredCargo,
  lines: readonly CargoLine[],
): readonly CargoMismatch[] {
  const reported = new Set(lines.flatMap((line) => line.containers));
  if (reported.size === 0) return [];
  return containers
    .filter((container) => !reported.has(container))
    .map((declared) => ({ code: "container", declared }));
}

function minorOf(packages: Decimal): bigint {
  return BigInt(packages.times(new Decimal(10).pow(QUANTITY_DECIMALS)).toFixed(0));
}

function fromMinor(minor: bigint): string {
  return new Decimal(minor.toString()).div(new Decimal(10).pow(QUANTITY_DECIMALS)).toFixed();
}
