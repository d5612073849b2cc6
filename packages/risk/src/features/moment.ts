import { RiskError } from "../errors.ts";

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;

/** The same moment is asked for again and again: by the features, by the history before and after. */
let last = { at: "1970-01-01T00:00:00Z", ms: 0 };

/** Milliseconds since 1970 of an ISO instant in UTC. Errors: CH4204. */
export function momentMs(at: string): number {
  if (at === last.at) return last.ms;
  const ms = INSTANT.test(at) ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(ms)) throw new RiskError("CH4204", at.slice(0, 40));
  last = { at, ms };
  return ms;
}
