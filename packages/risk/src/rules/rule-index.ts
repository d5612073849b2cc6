/** Which rules can hit at all, by the values of a declaration. What it leaves out is false for certain. */
import type { Values } from "./frame.ts";
import type { Requirement } from "./required.ts";

interface Table {
  readonly slot: number;
  /** Length of beginnings; 0: whole values. */
  readonly prefix: number;
  readonly byValue: ReadonlyMap<string, readonly number[]>;
  /** Rules to ask when the value is missing: all of the table. */
  readonly whenMissing: readonly number[];
}

export interface RuleIndex {
  readonly declaration: readonly Table[];
  readonly item: readonly Table[];
  /** Rules without a requirement, always asked. */
  readonly always: readonly number[];
}

export function indexOf(requirements: readonly (Requirement | undefined)[]): RuleIndex {
  const tables = new Map<
    string,
    { scope: string; slot: number; prefix: number; byValue: Map<string, number[]>; all: number[] }
  >();
  const always: number[] = [];
  requirements.forEach((required, rule) => {
    if (required === undefined) {
      always.push(rule);
      return;
    }
    const { slot, prefix, values } = required;
    const key = `${slot.scope} ${slot.index} ${prefix}`;
    const table = tables.get(key) ?? {
      scope: slot.scope,
      slot: slot.index,
      prefix,
      byValue: new Map<string, number[]>(),
      all: [],
    };
    tables.set(key, table);
    table.all.push(rule);
    for (const value of new Set(values)) {
      const rules = table.byValue.get(value);
      if (rules === undefined) table.byValue.set(value, [rule]);
      else rules.push(rule);
    }
  });
  const of = (scope: string) =>
    [...tables.values()]
      .filter((table) => table.scope === scope)
      .map(({ slot, prefix, byValue, all }) => ({ slot, prefix, byValue, whenMissing: all }));
  return { declaration: of("declaration"), item: of("item"), always };
}

/** Calls `ask` with every rule of the tables that the values leave open. */
export function candidates(
  tables: readonly Table[],
  values: Values,
  ask: (rule: number) => void,
): void {
  for (const { slot, prefix, byValue, whenMissing } of tables) {
    const value = values[slot] as string | undefined;
    const rules =
      value === undefined
        ? whenMissing
        : byValue.get(prefix === 0 ? value : value.slice(0, prefix));
    if (rules === undefined) continue;
    for (const rule of rules) ask(rule);
  }
}
