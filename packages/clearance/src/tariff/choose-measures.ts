/** Which measures apply to an item: of each tax and family the most specific one. */
import {
  type AsOf,
  holds,
  inForce,
  inSeason,
  type Measure,
  type ScheduleRule,
} from "@customhouse/model";
import { Decimal } from "decimal.js";
import type { CompiledTariff } from "./compile.ts";
import type { ItemFacts } from "./item-facts.ts";

export interface Choice {
  /** In the order of computation. */
  readonly measures: readonly Measure[];
  /** Measures that would apply if one of their documents were declared. */
  readonly lackDocuments: readonly Measure[];
}

export function chooseMeasures(tariff: CompiledTariff, facts: ItemFacts, asOf: AsOf): Choice {
  const { schedules } = tariff.tariff;
  if (schedules === undefined) return chooseOf(tariff, facts, asOf, undefined);
  const rule = schedules.find((entry) => holds(entry.when, facts.item, facts.declaration));
  if (rule === undefined) return { measures: [], lackDocuments: [] };
  const choice = chooseOf(tariff, facts, asOf, rule.schedule);
  const other = yieldsTo(rule, facts);
  if (other === undefined) return choice;
  const alternative = chooseOf(tariff, facts, asOf, other);
  const [own, theirs] = [highestDuty(tariff, choice), highestDuty(tariff, alternative)];
  const yields = own !== undefined && theirs?.greaterThanOrEqualTo(own);
  return yields ? alternative : choice;
}

function yieldsTo(rule: ScheduleRule, facts: ItemFacts): string | undefined {
  const other = rule.yieldsTo;
  return other && holds(other.when, facts.item, facts.declaration) ? other.schedule : undefined;
}

/** Highest percentage among the duties, which are charged on the customs value alone. Undefined: none is ad valorem. */
function highestDuty(tariff: CompiledTariff, choice: Choice): Decimal | undefined {
  const percents = choice.measures.flatMap(({ taxType, rate }) => {
    const base = tariff.taxes.get(taxType)?.base;
    const isDuty = base?.customsValue === true && base.taxes.length === 0;
    return isDuty && "percent" in rate ? [new Decimal(rate.percent)] : [];
  });
  return percents.length === 0 ? undefined : Decimal.max(...percents);
}

function chooseOf(
  tariff: CompiledTariff,
  facts: ItemFacts,
  asOf: AsOf,
  schedule: string | undefined,
): Choice {
  const best = new Map<string, { readonly measure: Measure; readonly score: number }>();
  const lackDocuments: Measure[] = [];
  for (const measure of tariff.measuresFor(facts.commodity)) {
    if (measure.schedule !== undefined && measure.schedule !== schedule) continue;
    if (!inForce(measure, asOf) || !inSeason(measure.season, asOf.on)) continue;
    if (!appliesTo(measure, facts, tariff)) continue;
    if (!hasDocument(measure, facts)) {
      lackDocuments.push(measure);
      continue;
    }
    const key = `${measure.taxType} ${measure.family ?? ""}`;
    const score = specificity(measure, tariff);
    const current = best.get(key);
    if (current === undefined || score > current.score) best.set(key, { measure, score });
  }
  const place = (measure: Measure) => tariff.order.get(measure.taxType) ?? Number.POSITIVE_INFINITY;
  const measures = [...best.values()].map((entry) => entry.measure);
  return { measures: measures.sort((a, b) => place(a) - place(b)), lackDocuments };
}

function appliesTo(measure: Measure, facts: ItemFacts, tariff: CompiledTariff): boolean {
  const { regime, quotaOrderNumber, additionalCodes, when } = measure;
  if (!isGranted(regime, facts.regime, tariff)) return false;
  if (quotaOrderNumber !== undefined && !facts.quotaOrderNumbers.includes(quotaOrderNumber))
    return false;
  if (additionalCodes !== undefined && !intersects(additionalCodes, facts.additionalCodes))
    return false;
  const isPreference = regime !== undefined && regime !== tariff.tariff.ordinaryRegime;
  const origin = isPreference ? facts.preferentialOrigin : facts.origin;
  if (measure.origins !== undefined && !isFrom(origin, measure.origins, tariff)) return false;
  if (measure.notOrigins !== undefined && isFrom(origin, measure.notOrigins, tariff)) return false;
  return when === undefined || holds(when, facts.item, facts.declaration);
}

/** The ordinary regime needs not be asked for. */
function isGranted(
  regime: string | undefined,
  asked: string | undefined,
  { tariff: { ordinaryRegime, regimeAlternatives } }: CompiledTariff,
): boolean {
  if (regime === undefined || regime === ordinaryRegime || regime === asked) return true;
  return asked !== undefined && regimeAlternatives?.[asked]?.includes(regime) === true;
}

function hasDocument({ documents }: Measure, facts: ItemFacts): boolean {
  return documents === undefined || intersects(documents, facts.documents);
}

function isFrom(
  origin: string | undefined,
  places: readonly string[],
  { tariff: { countryGroups } }: CompiledTariff,
): boolean {
  if (origin === undefined) return false;
  return places.some(
    (place) => place === origin || countryGroups?.[place]?.includes(origin) === true,
  );
}

function intersects(left: readonly string[], right: readonly string[]): boolean {
  return left.some((entry) => right.includes(entry));
}

/**
 * The order of preference: a measure that was claimed before an ordinary one, a special case before the general one, a
 * longer commodity code before a shorter one, a named origin before all origins.
 */
function specificity(measure: Measure, tariff: CompiledTariff): number {
  const asked = measure.regime !== undefined && measure.regime !== tariff.tariff.ordinaryRegime;
  return (
    (asked ? 100_000 : 0) +
    (measure.additionalCodes === undefined ? 0 : 10_000) +
    (measure.when === undefined ? 0 : 5_000) +
    measure.commodity.length * 10 +
    (measure.origins === undefined ? 0 : 1)
  );
}
