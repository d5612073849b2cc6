/** The answer of an operation as data. One place turns it into an HTTP response. */
import type { Contract, EmptyAnswer, FileAnswer, JsonAnswer, Shape } from "@customhouse/api";
import type { Finding } from "@customhouse/model";
import type { HttpErrorDefinition } from "../error-definition.ts";
import type { Refused } from "../refusal.ts";

export type Reply = JsonReply | ContentReply | ProblemReply;

/** The answers that a contract allows its handler: each with its status and shape, or a problem. */
export type ReplyTo<C extends Contract> =
  | ProblemReply
  | {
      [Status in keyof C["answers"] & number]: ReplyWith<Status, C["answers"][Status]>;
    }[keyof C["answers"] & number];

type ReplyWith<Status extends number, A> =
  A extends JsonAnswer<infer S, infer Also>
    ? JsonReply<Status, Shape<S>> | (Also extends readonly [] ? never : ContentReply<Status>)
    : A extends FileAnswer | EmptyAnswer
      ? ContentReply<Status>
      : never;

interface Head<Status extends number> {
  readonly status: Status;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface JsonReply<Status extends number = number, Body = unknown> extends Head<Status> {
  readonly kind: "json";
  readonly json: Body;
}
export interface ContentReply<Status extends number = number> extends Head<Status> {
  readonly kind: "content";
  readonly content: Uint8Array | string | null;
  readonly contentType?: string;
}
export interface ProblemReply extends Head<number> {
  readonly kind: "problem";
  readonly code: string;
  readonly title: string;
  readonly message: string;
  readonly whatToDo: string;
  readonly findings?: readonly Finding[];
}

export function ok<T>(json: T, headers?: Record<string, string>): JsonReply<200, T> {
  return { kind: "json", status: 200, json, headers };
}

export function created<T>(json: T, location: string): JsonReply<201, T> {
  return { kind: "json", status: 201, json, headers: { Location: location } };
}

export function accepted<T>(json: T, location?: string): JsonReply<202, T> {
  return { kind: "json", status: 202, json, headers: location ? { Location: location } : {} };
}

/** An answer of another status that is no problem: the contract names it. */
export function withStatus<const Status extends number, T>(
  status: Status,
  json: T,
  headers?: Record<string, string>,
): JsonReply<Status, T> {
  return { kind: "json", status, json, headers };
}

export const nothing: ContentReply<204> = { kind: "content", status: 204, content: null };

export function content(
  contentType: string,
  bytes: Uint8Array | string,
  headers?: Record<string, string>,
): ContentReply<200> {
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
