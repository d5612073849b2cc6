/** A tariff made ready for looking up: measures by the digits they begin with, everything else by its key. */
import type {
  CostRule,
  Measure,
  QuantityRule,
  ReliefRule,
  Tariff,
  TaxRule,
  UnitRule,
} from "@customhouse/model";

export interface CompiledTariff {
  readonly tariff: Tariff;
  readonly taxes: ReadonlyMap<string, TaxRule>;
  /** Position in the order of computation. */
  readonly order: ReadonlyMap<string, number>;
  readonly reliefs: readonly ReliefRule[];
  readonly costs: ReadonlyMap<string, CostRule>;
  readonly units: ReadonlyMap<string, UnitRule>;
  readonly quantities: ReadonlyMap<string, QuantityRule>;
  /** Every measure that may concern goods with this code. */
  measuresFor(commodity: string): readonly Measure[];
}

const compiled = new WeakMap<Tariff, CompiledTariff>();

/** Compiles once for each tariff. */
export function compileTariff(tariff: Tariff): CompiledTariff {
  const known = compiled.get(tariff);
  if (known !== undefined) return known;
  const made: CompiledTariff = {
    tariff,
    taxes: new Map(tariff.taxes.map((tax) => [tax.taxType, tax])),
    order: new Map(tariff.taxes.map((tax, index) => [tax.taxType, index])),
    reliefs: tariff.reliefs ?? [],
    costs: new Map(tariff.valuation.costs.map((cost) => [cost.code, cost])),
    units: new Map(tariff.units.map((unit) => [unit.unit, unit])),
    quantities: new Map(tariff.quantities.map((rule) => [rule.unit, rule])),
    measuresFor: lookUp(tariff.measures),
  };
  compiled.set(tariff, made);
  return made;
}

/** Declared codes come from outside: what is remembered of them is bounded. */
const REMEMBERED_CODES = 20_000;

function lookUp(measures: readonly Measure[]): (commodity: string) => readonly Measure[] {
  const byPrefix = Map.groupBy(measures, (measure) => measure.commodity);
  const lengths = [...new Set(measures.map((measure) => measure.commodity.length))];
  const remembered = new Map<string, readonly Measure[]>();
  return (commodity) => {
    const before = remembered.get(commodity);
    if (before !== undefined) return before;
    const found = lengths
      .filter((length) => length <= commodity.length)
      .flatMap((length) => byPrefix.get(commodity.slice(0, length)) ?? []);
    if (remembered.size >= REMEMBERED_CODES) remembered.clear();
    remembered.set(commodity, found);
    return found;
  };
}
