/** Whether what was answered is what the contract says: for tests, which let no answer through that is not. */
import type { z } from "@hono/zod-openapi";
import { type Contract, problemStatuses } from "./operation.ts";
import { problem } from "./shapes/problem.ts";

/** An answer as it goes over the wire. */
export interface Answered {
  readonly status: number;
  /** Absent where there is no content. */
  readonly contentType?: string;
  readonly text?: string;
}

const PROBLEM = "application/problem+json";
const JSON_TYPE = "application/json";

/** The problem of an answer, or undefined. */
export function answerFault(contract: Contract, answered: Answered): string | undefined {
  const fault = faultOf(contract, answered);
  return fault && `${contract.id} answered ${answered.status}: ${fault}`;
}

function faultOf(contract: Contract, answered: Answered): string | undefined {
  const { status, text = "" } = answered;
  const type = answered.contentType?.split(";")[0];
  if (type === PROBLEM) {
    return problemStatuses(contract).includes(status)
      ? faultIn(problem, text)
      : "the contract names no problem of this status";
  }
  const answer = contract.answers[status];
  if (answer === undefined) return "the contract names no answer of this status";
  if (answer.kind === "empty") return text === "" ? undefined : "it has content";
  if (answer.kind === "json" && type === JSON_TYPE) return faultIn(answer.schema, text);
  const taken = answer.kind === "json" ? answer.alsoAs : answer.mediaTypes;
  // A file has the type that it was stored with.
  const isAny = answer.kind === "file" && taken.includes("application/octet-stream");
  return isAny || taken.includes(type ?? "") ? undefined : `the contract does not name ${type}`;
}

/** The fields that the schema drops: they were answered without being described. */
function faultIn(schema: z.ZodType, text: string): string | undefined {
  const value: unknown = JSON.parse(text);
  const read = schema.safeParse(value);
  if (!read.success) return read.error.message;
  const place = firstDifference(value, read.data, "$");
  return place && `${place} is not described`;
}

/** The first place at which two JSON values differ. The order of keys does not count. */
export function firstDifference(one: unknown, other: unknown, place: string): string | undefined {
  if (Object.is(one, other)) return undefined;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return place;
  if (Array.isArray(one) !== Array.isArray(other)) return place;
  const entries = new Map<string, unknown>(Object.entries(other));
  for (const [key, value] of Object.entries(one)) {
    if (!entries.has(key)) return `${place}.${key}`;
    const found = firstDifference(value, entries.get(key), `${place}.${key}`);
    if (found !== undefined) return found;
    entries.delete(key);
  }
  const [left] = entries.keys();
  return left === undefined ? undefined : `${place}.${left}`;
}
