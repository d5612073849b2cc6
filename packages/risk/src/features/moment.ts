import { RiskError } from "../errors.ts";

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;

/** Milliseconds since 1970 of an ISO instant in UTC. Errors: CH4204. */
export function momentMs(at: string): number {
  const ms = INSTANT.test(at) ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(ms)) throw new RiskError("CH4204", at.slice(0, 40));
  return ms;
}
