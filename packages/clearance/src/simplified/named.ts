/** The simplified declarations that a supplementary one names, and which of its items completes which. */

import type { Reservation } from "@customhouse/model";
import { type Country, type Declaration, holds } from "@customhouse/model";
import type { Case, CompletedDeclaration } from "../case.ts";
import { type GoodsItem, goodsItems } from "../facts.ts";

/** Told with each finding, and each told by the clock: more than a period of any trader has. */
export const MAX_NAMED = 200;

/** Simplified declarations as they stand, by MRN. */
export type SimplifiedCases = ReadonlyMap<string, Case>;

export interface NamedDocument {
  readonly mrn: string;
  /** Positions from 0; without an item it stands at the shipment. */
  readonly itemIndex?: number;
  readonly documentIndex: number;
}

export function isSupplementary(declaration: Declaration, country: Country): boolean {
  const { simplified, clearance } = country;
  return simplified !== undefined && holds(clearance.supplementary, declaration, declaration);
}

/** Empty for any other declaration. */
export function namedDocuments(
  declaration: Declaration,
  country: Country,
): readonly NamedDocument[] {
  const rule = country.simplified?.previousDocument;
  if (rule === undefined || !isSupplementary(declaration, country)) return [];
  const of = (documents: GoodsItem["PreviousDocument"], itemIndex?: number): NamedDocument[] =>
    (documents ?? []).flatMap((document, documentIndex) =>
      document.ID !== undefined && holds(rule, document, declaration)
        ? [
            {
              mrn: document.ID,
              documentIndex,
              ...(itemIndex === undefined ? {} : { itemIndex }),
            },
          ]
        : [],
    );
  return [
    ...of(declaration.GoodsShipment?.PreviousDocument),
    ...goodsItems(declaration).flatMap((item, index) => of(item.PreviousDocument, index)),
  ];
}

/** Numbers to look up. */
export function simplifiedMrns(declaration: Declaration, country: Country): readonly string[] {
  const mrns = namedDocuments(declaration, country).map(({ mrn }) => mrn);
  return [...new Set(mrns)].slice(0, MAX_NAMED);
}

/**
 * The simplified declaration that each item completes: the one that it names, otherwise the one that the shipment names.
 */
export function mrnsOfItems(
  declaration: Declaration,
  country: Country,
): readonly (string | undefined)[] {
  const named = namedDocuments(declaration, country);
  const shared = [
    ...new Set(named.filter((one) => one.itemIndex === undefined).map(({ mrn }) => mrn)),
  ];
  return goodsItems(declaration).map((_item, index) => {
    const own = [
      ...new Set(named.filter(({ itemIndex }) => itemIndex === index).map(({ mrn }) => mrn)),
    ];
    const found = own.length > 0 ? own : shared;
    return found.length === 1 ? found[0] : undefined;
  });
}

const PREFIX = "supplement/";
/** UN/ECE Recommendation 20: one. */
const ONE = "C62";
export const SUPPLEMENT_OPEN = "outside/supplement-open";
export const SUPPLEMENT_DONE = "outside/supplement-done";

export function isSupplementAccount(account: string): boolean {
  return account.startsWith(PREFIX);
}

/** The right to complete a simplified declaration: there is one, so that of two at once the ledger lets one have it. */
export function supplementRight({ mrn }: Pick<CompletedDeclaration, "mrn">): Reservation {
  return { account: `${PREFIX}${mrn}`, unit: ONE, amountMinor: 1n };
}

/** Held from acceptance until the debt is settled. */
export function wantedRights({ supplements }: Pick<Case, "supplements">): readonly Reservation[] {
  return supplements === undefined || supplements.isSettled === true
    ? []
    : supplements.completes.map(supplementRight);
}

/** The ledger account of everything that a case has reserved. */
export function caseAccount(caseId: string): string {
  return `case/${caseId}`;
}
