/** The facts of a declaration that decide its course, read once by the rules of the country. */
import {
  type Country,
  type Declaration,
  holds,
  isNode,
  nodesAt,
  type RepeatedValue,
  valuesAt,
} from "@customhouse/model";
import type { DebtAtRelease, ItemState, Registration } from "./case.ts";

export type GoodsItem = NonNullable<
  NonNullable<Declaration["GoodsShipment"]>["GovernmentAgencyGoodsItem"]
>[number];

export interface DeclarationFacts
  extends Omit<Registration, "mrn" | "documentDigest" | "country" | "submitter" | "debtors"> {
  readonly prelodged: boolean;
}

export function goodsItems(declaration: Declaration): readonly GoodsItem[] {
  return declaration.GoodsShipment?.GovernmentAgencyGoodsItem ?? [];
}

/** Undefined when the country's profile knows no direction for this declaration. */
export function declarationFacts(
  declaration: Declaration,
  country: Country,
): DeclarationFacts | undefined {
  const { clearance } = country;
  const direction = clearance.directions.find((entry) =>
    holds(entry.when, declaration, declaration),
  );
  if (direction === undefined) return undefined;
  const dataSet = clearance.dataSets.find((entry) => holds(entry.when, declaration, declaration));
  const assessed = dataSet?.assessed ?? false;
  const supplementary = holds(clearance.supplementary, declaration, declaration);
  const form = formOf(declaration, country);
  return {
    lrn: declaration.FunctionalReferenceID ?? "",
    declarant: declaration.Declarant?.ID ?? "",
    parties: partiesOf(declaration),
    direction: direction.direction,
    declarationType: declaration.TypeCode ?? "",
    dataSet: dataSet?.name ?? "",
    assessed,
    exitExpected:
      direction.direction === "export" &&
      !supplementary &&
      holds(clearance.exitExpected, declaration, declaration),
    debtAtRelease: assessed ? debtAtRelease(declaration, country) : "final",
    ucrs: clearance.ucrs.flatMap((reference) => repeatedValues(declaration, reference)),
    ...(form === undefined ? {} : { form }),
    items: itemStates(declaration),
    prelodged: holds(clearance.prelodged, declaration, declaration),
  };
}

/**
 * Whether the declaration is simplified or supplementary. Undefined: complete, as always in a country without simplified
 * declarations.
 */
function formOf(declaration: Declaration, country: Country): Registration["form"] {
  const { simplified, clearance } = country;
  if (simplified === undefined) return undefined;
  if (holds(clearance.supplementary, declaration, declaration)) return "supplementary";
  return holds(simplified.when, declaration, declaration) ? "simplified" : undefined;
}

/** Debt that stays provisional at release (quotas not allocated yet), and whether its amounts can still change. */
function debtAtRelease(declaration: Declaration, country: Country): DebtAtRelease {
  const { provisionalDebt, provisionalDebtFixed } = country.clearance;
  if (!holds(provisionalDebt, declaration, declaration)) return "final";
  return holds(provisionalDebtFixed, declaration, declaration) ? "fixed" : "provisional";
}

/** The values of `reference.id` in the repetitions that satisfy its condition. */
export function repeatedValues(
  declaration: Declaration,
  reference: RepeatedValue,
): readonly string[] {
  const nodes = nodesAt(reference.each, declaration, declaration);
  return nodes
    .filter(isNode)
    .filter((node) => holds(reference.when, node, declaration))
    .flatMap((node) => valuesAt(reference.id, node, declaration));
}

function partiesOf(declaration: Declaration): readonly string[] {
  const shipment = declaration.GoodsShipment;
  const ids = [
    declaration.Declarant?.ID,
    declaration.Agent?.ID,
    declaration.Submitter?.ID,
    declaration.Exporter?.ID,
    shipment?.Importer?.ID,
    shipment?.Consignee?.ID,
  ];
  return [...new Set(ids.filter((id): id is string => id !== undefined))];
}

/** Chapter, heading and subheading as declared, without the national additional codes. */
export function commodityOf(item: GoodsItem): string {
  const classifications = item.Commodity?.Classification ?? [];
  const part = (type: string) =>
    classifications.find((entry) => entry.IdentificationTypeCode === type)?.ID ?? "";
  return part("TSP") + part("TRC") || (classifications[0]?.ID ?? "");
}

export function itemStates(declaration: Declaration): readonly ItemState[] {
  return goodsItems(declaration).map((item, index) => ({
    sequence: index + 1,
    commodity: commodityOf(item),
  }));
}
