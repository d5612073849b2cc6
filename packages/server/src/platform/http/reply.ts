/** What an operation answers, as data: turned into an HTTP response in one place. */
import type { Finding } from "@customhouse/model";
import type { HttpErrorDefinition } from "../error-definition.ts";
import type { Refused } from "../refusal.ts";

export type Reply = JsonReply | ContentReply | ProblemReply;

interface Head {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface JsonReply extends Head {
  readonly kind: "json";
  readonly json: unknown;
}
export interface ContentReply extends Head {
  readonly kind: "content";
  readonly content: Uint8Array | string | null;
  readonly contentType?: string;
}
export interface ProblemReply extends Head {
  readonly kind: "problem";
  readonly code: string;
  readonly title: string;
  readonly message: string;
  readonly whatToDo: string;
  readonly findings?: readonly Finding[];
}

export function ok(json: unknown, headers?: Record<string, string>): JsonReply {
  return { kind: "json", status: 200, json, headers };
}

export function created(json: unknown, location: string): JsonReply {
  return { kind: "json", status: 201, json, headers: { Location: location } };
}

export function accepted(json: unknown, location?: string): JsonReply {
  return { kind: "json", status: 202, json, headers: location ? { Location: location } : {} };
}

export const nothing: ContentReply = { kind: "content", status: 204, content: null };

export function content(
  contentType: string,
  bytes: Uint8Array | string,
  headers?: Record<string, string>,
): ContentReply {
  return { kind: "content", status: 200, content: bytes, contentType, headers };
}

export interface ProblemDetails {
  /** One sentence more exact than the registry's meaning. */
  readonly message?: string;
  readonly findings?: readonly Finding[];
  readonly retryAfterSeconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export function problem(error: HttpErrorDefinition, details: ProblemDetails = {}): ProblemReply {
  const wait = details.retryAfterSeconds ?? (error.httpStatus === 429 ? 1 : undefined);
  return {
    kind: "problem",
    status: error.httpStatus,
    code: error.code,
    title: error.title,
    message: details.message ?? error.meaning,
    whatToDo: error.whatToDo,
    findings: details.findings,
    headers: { ...details.headers, ...(wait === undefined ? {} : { "Retry-After": `${wait}` }) },
  };
}

/** A refusal of the main path, in the shape of every other error. Server faults never come this way. */
export function refused(refusal: Refused): ProblemReply {
  const wait = refusal.retryAfterSeconds ?? (refusal.httpStatus === 429 ? 1 : undefined);
  return {
    kind: "problem",
    status: refusal.httpStatus,
    code: refusal.code,
    title: refusal.title,
    message: refusal.message,
    whatToDo: refusal.whatToDo,
    findings: refusal.findings,
    headers: wait === undefined ? {} : { "Retry-After": `${Math.max(1, Math.ceil(wait))}` },
  };
}
