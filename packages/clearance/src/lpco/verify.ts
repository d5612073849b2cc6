/** Verifies the LPCOs of a declaration against the requirements and the register: every finding, none twice. */

import type { Registered, RegisteredByNumber } from "@customhouse/model";
import {
  type Country,
  type Declaration,
  type Finding,
  holds,
  type LpcoProfile,
} from "@customhouse/model";
import { commodityOf, goodsItems } from "../facts.ts";
import { documentPlace } from "../item-place.ts";
import { itemFacts } from "../tariff/item-facts.ts";
import { measuredClaim } from "./claims.ts";
import { type DeclaredPermit, declaredPermits, requirementsOf } from "./declared.ts";

export function permitFindings(
  declaration: Declaration,
  country: Country,
  permits: RegisteredByNumber,
  day: string,
): readonly Finding[] {
  const { lpco } = country;
  if (lpco === undefined) return [];
  const declared = declaredPermits(declaration, lpco);
  return [
    ...missing(declaration, lpco, day),
    ...declared.flatMap((entry) => wrong(entry, declaration, country, lpco, permits)),
  ];
}

/** Findings for permits that the goods need and the declaration does not name. No register is needed for them. */
export function missingPermitFindings(
  declaration: Declaration,
  { lpco }: Country,
  day: string,
): readonly Finding[] {
  return lpco === undefined ? [] : missing(declaration, lpco, day);
}

function missing(declaration: Declaration, profile: LpcoProfile, day: string): readonly Finding[] {
  return goodsItems(declaration).flatMap((item, itemIndex) => {
    const has = (item.AdditionalDocument ?? []).map(
      ({ CategoryCode = "", TypeCode = "" }) => CategoryCode + TypeCode,
    );
    return requirementsOf(item, declaration, profile, day)
      .filter(({ documentTypes }) => !documentTypes.some((type) => has.includes(type)))
      .map(({ documentTypes, reason, legalReference, agency }) => ({
        code: profile.errorCodes.missing,
        ...documentPlace("AdditionalDocument", { itemIndex }),
        message: `${reason.en} The ${agency} asks for ${documentTypes.join(" or ")} (${legalReference}).`,
        allowed: documentTypes.join(", "),
      }));
  });
}

function wrong(
  entry: DeclaredPermit,
  declaration: Declaration,
  country: Country,
  { errorCodes }: LpcoProfile,
  permits: RegisteredByNumber,
): readonly Finding[] {
  const tell = (code: string, message: string): readonly Finding[] => [
    { code, ...documentPlace("AdditionalDocument", entry), message, found: entry.number },
  ];
  const permit = permits.get(entry.number);
  if (permit === undefined || permit.facts.documentType !== entry.type) {
    return tell(errorCodes.unknown, `No ${entry.type} has this number here.`);
  }
  if (!permit.inForce)
    return tell(errorCodes.notInForce, "The permit is not in force on this day.");
  if (!concerns(permit, declaration)) {
    return tell(errorCodes.notYours, "The permit was issued to nobody named in the declaration.");
  }
  const uncovered = whatIsNotCovered(permit, entry, declaration, country);
  return uncovered === undefined ? [] : tell(errorCodes.notCovering, uncovered);
}

function concerns({ holder }: Registered, declaration: Declaration): boolean {
  const shipment = declaration.GoodsShipment;
  return [
    declaration.Declarant?.ID,
    declaration.Exporter?.ID,
    shipment?.Importer?.ID,
    shipment?.Consignee?.ID,
  ].includes(holder);
}

function whatIsNotCovered(
  permit: Registered,
  entry: DeclaredPermit,
  declaration: Declaration,
  country: Country,
): string | undefined {
  const { commodities, origins, direction } = permit.facts;
  const commodity = commodityOf(entry.item);
  const covers = (list: unknown, test: (value: string) => boolean) =>
    !Array.isArray(list) || list.some((value) => typeof value === "string" && test(value));
  if (!covers(commodities, (start) => commodity.startsWith(start)))
    return `The permit is not for goods of ${commodity}.`;
  const { origin } = itemFacts(entry.item, entry.itemIndex + 1, declaration);
  if (!covers(origins, (code) => code === origin))
    return `The permit is not for goods from ${origin ?? "an origin that is not declared"}.`;
  const flow = country.clearance.directions.find(({ when }) =>
    holds(when, declaration, declaration),
  );
  if (direction !== undefined && flow?.direction !== direction)
    return `The permit is for ${direction} only.`;
  if (measuredClaim(permit, entry, declaration, country) === "unmeasured")
    return `How much to write off cannot be told: declare it in ${permit.facts.unit}.`;
  return undefined;
}
