/** The one place that says what is wrong with a declaration: lodging, amending, arriving and validating all ask here. */
import type { Finding } from "@customhouse/model";
import type { Known } from "./known.ts";
import { RULES } from "./rules.ts";

export interface Examined {
  /** In the order of the rules; none: nothing is wrong. */
  readonly findings: readonly Finding[];
  /** The records that the declaration names and that were not looked up, because none were given. */
  readonly unexamined: readonly string[];
}

export function examine(known: Known): Examined {
  const { records } = known;
  if (records !== undefined) {
    const withRecords = { ...known, records };
    return { findings: RULES.flatMap((rule) => rule.findings(withRecords)), unexamined: [] };
  }
  return {
    findings: RULES.flatMap((rule) =>
      rule.needs === "message" ? rule.findings(known) : (rule.withoutRecords?.(known) ?? []),
    ),
    unexamined: RULES.flatMap((rule) =>
      rule.needs === "records" && rule.names(known) ? [rule.about] : [],
    ),
  };
}
