/** Relief from duties and taxes by the declared procedure. */
import { holds, type ReliefRule } from "@customhouse/model";
import type { CompiledTariff } from "./compile.ts";
import type { ItemFacts } from "./item-facts.ts";

export interface Relief extends Omit<ReliefRule, "security"> {
  readonly security?: { readonly taxType: string; readonly applies: boolean };
}

/** The first rule that fits. */
export function reliefOf(
  taxType: string,
  { item, declaration }: ItemFacts,
  tariff: CompiledTariff,
): Relief | undefined {
  const rule = tariff.reliefs.find(
    (entry) => entry.taxTypes.includes(taxType) && holds(entry.when, item, declaration),
  );
  if (rule === undefined) return undefined;
  const { security, ...relief } = rule;
  if (security === undefined) return relief;
  const applies = holds(security.when, item, declaration);
  return { ...relief, security: { taxType: security.taxType, applies } };
}
