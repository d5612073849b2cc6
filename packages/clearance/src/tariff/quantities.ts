/** The declared quantity in a unit, converted from another unit where necessary. */
import { isNode, nodesAt, type QuantityRule } from "@customhouse/model";
import { Decimal } from "decimal.js";
import type { CompiledTariff } from "./compile.ts";
import type { ItemFacts } from "./item-facts.ts";

const DECIMAL = /^\d{1,16}(\.\d{1,12})?$/;

export function quantityIn(
  unit: string,
  facts: ItemFacts,
  tariff: CompiledTariff,
): Decimal | undefined {
  const direct = declaredIn(unit, facts, tariff);
  if (direct !== undefined) return direct;
  const wanted = tariff.units.get(unit);
  const base = wanted?.base ?? unit;
  for (const other of [base, ...unitsOf(base, tariff)]) {
    const declared = declaredIn(other, facts, tariff);
    if (declared === undefined) continue;
    return declared.times(factor(other, tariff)).div(wanted?.factor ?? "1");
  }
  return undefined;
}

function unitsOf(base: string, tariff: CompiledTariff): readonly string[] {
  return tariff.tariff.units.filter((rule) => rule.base === base).map((rule) => rule.unit);
}

function factor(unit: string, tariff: CompiledTariff): string {
  return tariff.units.get(unit)?.factor ?? "1";
}

function declaredIn(unit: string, facts: ItemFacts, tariff: CompiledTariff): Decimal | undefined {
  const rule = tariff.quantities.get(unit);
  const shared = rule?.share && shareOf(rule.share, facts, tariff);
  if (shared !== undefined) return shared;
  for (const path of rule?.paths ?? []) {
    const found = declaredAt(path, unit, facts);
    if (found !== undefined) return found;
  }
  return undefined;
}

function shareOf(
  share: NonNullable<QuantityRule["share"]>,
  facts: ItemFacts,
  tariff: CompiledTariff,
): Decimal | undefined {
  const percents = share.percentIn.flatMap((unit) => declaredIn(unit, facts, tariff) ?? []);
  const [percent] = percents;
  if (percent === undefined) return undefined;
  return quantityIn(share.of, facts, tariff)?.times(percent).div(100);
}

/** A class may repeat, each time with another unit. One without a unit code is taken when none has the right one. */
function declaredAt(path: string, unit: string, facts: ItemFacts): Decimal | undefined {
  const end = path.lastIndexOf("/");
  const name = path.slice(end + 1);
  const nodes = nodesAt(path.slice(0, end), facts.item, facts.declaration).filter(isNode);
  const declared = nodes.flatMap((node) => {
    const value = node[name];
    return typeof value === "string" && DECIMAL.test(value)
      ? [{ value, unit: node[`${name}@unitCode`] }]
      : [];
  });
  const found =
    declared.find((entry) => entry.unit === unit) ??
    declared.find((entry) => entry.unit === undefined);
  return found && new Decimal(found.value);
}
