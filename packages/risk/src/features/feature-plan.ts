/** Which features a row is made of. What nobody reads need not be made: it is missing, as to whoever does not look. */

import { FEATURES } from "./catalogue.ts";
import { COUNTS_A_WINDOW, IN_WINDOW } from "./day-counts.ts";
import {
  DECLARED,
  DECLARED_OF_ITEM,
  type DeclaredFeature,
  type DeclaredItemFeature,
} from "./declared-features.ts";
import type { FeatureScope, FeatureValues } from "./feature.ts";
import { type KeyFigures, WINDOWS_DAYS } from "./history-view.ts";
import {
  DECLARATION_KEYS,
  type DeclarationKeyKind,
  ITEM_KEYS,
  type ItemKeyKind,
  type KeyKind,
} from "./keys.ts";

export interface KeyFeature {
  readonly name: string;
  readonly of: (figures: KeyFigures) => number | undefined;
}

export interface KeyPlan<K extends KeyKind> {
  readonly kind: K;
  readonly features: readonly KeyFeature[];
}

export interface FeaturePlan {
  readonly declared: readonly DeclaredFeature[];
  readonly declaredOfItem: readonly DeclaredItemFeature[];
  readonly declarationKeys: readonly KeyPlan<DeclarationKeyKind>[];
  readonly itemKeys: readonly KeyPlan<ItemKeyKind>[];
  readonly network: boolean;
  readonly price: boolean;
  /** A row without values, to begin with. */
  readonly empty: Readonly<Record<FeatureScope, FeatureValues>>;
}

export const NETWORK_FEATURES = [
  "exportersOfImporter",
  "importersOfExporter",
  "importersAtAddress",
  "partyDegree",
  "neighbourHits",
  "phoenix",
] as const;
export const PRICE_FEATURES = ["priceDeviations", "priceRatio", "priceSupport"] as const;

/** Of the features that are named as `scope.name`; absent: all. What other rooms give is always taken over. */
export function featurePlan(needed?: Iterable<string>): FeaturePlan {
  const names = needed && new Set(needed);
  const isNeeded = (scope: FeatureScope, name: string) => names?.has(`${scope}.${name}`) ?? true;
  const keyPlans = <K extends KeyKind>(scope: FeatureScope, kinds: readonly K[]) =>
    kinds
      .map((kind) => ({
        kind,
        features: keyFeatures(kind).filter(({ name }) => isNeeded(scope, name)),
      }))
      .filter(({ features }) => features.length > 0);
  return {
    declared: DECLARED.filter(({ name }) => isNeeded("declaration", name)),
    // The number of an item names it in hits.
    declaredOfItem: DECLARED_OF_ITEM.filter(
      ({ name }) => name === "sequence" || isNeeded("item", name),
    ),
    declarationKeys: keyPlans("declaration", DECLARATION_KEYS),
    itemKeys: keyPlans("item", ITEM_KEYS),
    network: NETWORK_FEATURES.some((name) => isNeeded("declaration", name)),
    price: PRICE_FEATURES.some((name) => isNeeded("item", name)),
    empty: {
      declaration: emptyValues("declaration", isNeeded),
      item: emptyValues("item", isNeeded),
    },
  };
}

type IsNeeded = (scope: FeatureScope, name: string) => boolean;

/**
 * Every feature, and none of them known. Rows that begin as copies of it have one shape, which makes writing and reading
 * them cheap; the engine takes properties that are added one by one for a dictionary, those of parsed JSON it does not.
 */
function emptyValues(scope: FeatureScope, isNeeded: IsNeeded): FeatureValues {
  const names = FEATURES.filter((feature) => feature.scope === scope)
    .map(({ name }) => name)
    .filter((name) => isNeeded(scope, name));
  const values: Record<string, unknown> = JSON.parse(
    `{${names.map((name) => `${JSON.stringify(name)}:null`).join()}}`,
  );
  for (const name of names) values[name] = undefined;
  return values as FeatureValues;
}

export const ALL_FEATURES: FeaturePlan = featurePlan();

function keyFeatures(kind: KeyKind): readonly KeyFeature[] {
  return [
    { name: `${kind}HitRate`, of: ({ hitRate }) => hitRate },
    { name: `${kind}DaysSinceFirst`, of: ({ daysSinceFirst }) => daysSinceFirst },
    { name: `${kind}DaysSinceLast`, of: ({ daysSinceLast }) => daysSinceLast },
    ...WINDOWS_DAYS.flatMap((days, window): readonly KeyFeature[] => [
      { name: `${kind}Declarations${days}`, of: countOf(window, IN_WINDOW.declarations) },
      { name: `${kind}Controls${days}`, of: countOf(window, IN_WINDOW.controls) },
      { name: `${kind}Hits${days}`, of: countOf(window, IN_WINDOW.hits) },
    ]),
  ];
}

function countOf(window: number, place: number): KeyFeature["of"] {
  const at = window * COUNTS_A_WINDOW + place;
  return ({ counts }) => counts[at];
}
