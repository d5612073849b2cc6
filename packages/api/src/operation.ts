/**
 * What an operation of the API is, on the wire: address, what it takes, every answer it gives. The server's handler, the
 * client and the OpenAPI document are all made from this one value. Who may call an operation, and behind which
 * bulkhead it runs, is the server's own business and stands with the handler.
 */
import type { z } from "@hono/zod-openapi";
import type { Given, Shape } from "./shape.ts";
import type { HeaderName } from "./shapes/headers.ts";

export type Method = "get" | "post" | "put" | "delete";

/** An answer in JSON, and in other media types where `alsoAs` names them. */
export interface JsonAnswer<
  S extends z.ZodType = z.ZodType,
  Also extends readonly string[] = readonly string[],
> {
  readonly kind: "json";
  readonly description: string;
  readonly schema: S;
  readonly example: Shape<S>;
  readonly alsoAs: Also;
}

/** An answer that is not JSON: a file, a signed note, figures. */
export interface FileAnswer {
  readonly kind: "file";
  readonly description: string;
  readonly mediaTypes: readonly string[];
}

/** An answer without content. */
export interface EmptyAnswer {
  readonly kind: "empty";
  readonly description: string;
}

export type AnyAnswer = JsonAnswer | FileAnswer | EmptyAnswer;

export interface JsonBody<S extends z.ZodType = z.ZodType> {
  readonly kind: "json";
  /** Reads the body, and refuses one that does not fit with 400. */
  readonly schema: S;
  /** The shape to send, where `schema` leaves it to the operation to refuse each element with a code of its own. */
  readonly published?: z.ZodType;
  readonly example: Given<S>;
}

/** A message of the data model, as XML or JSON, read by the server itself and not by a schema of ours. */
export interface MessageBody {
  readonly kind: "message";
  readonly mediaTypes: readonly string[];
}

/** A file of any of the media types. */
export interface DocumentBody {
  readonly kind: "document";
  readonly mediaTypes: readonly string[];
}

export type Body = JsonBody | MessageBody | DocumentBody;

/** A request that we send to an address of the caller's because of this operation. */
export interface SentMessage<S extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly summary: string;
  readonly schema: S;
  readonly example: Shape<S>;
}

export interface Contract {
  /** Noun and verb: `declaration.submit`. Never changed once published. */
  readonly id: string;
  readonly method: Method;
  /** OpenAPI notation: `/v1/declarations/{mrn}`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** `optional`: whoever is signed in is told more. Absent: needed. */
  readonly signIn?: "none" | "optional";
  readonly params?: z.ZodObject;
  /** Any parameter that is not in it is refused; without it, all are. */
  readonly query?: z.ZodObject;
  readonly headers?: readonly HeaderName[];
  readonly body?: Body;
  readonly answers: Readonly<Record<number, AnyAnswer>>;
  /** Statuses of the problems that this operation may answer beside those of any operation. */
  readonly errors: readonly number[];
  readonly webhooks?: readonly SentMessage[];
}

/** Keeps the literal types of a contract, so that handlers and clients can be typed by it. */
export function contract<const C extends Contract>(given: C): C {
  return given;
}

export function json<S extends z.ZodType, const Also extends readonly string[] = readonly []>(
  description: string,
  schema: S,
  example: Shape<S>,
  ...alsoAs: Also
): JsonAnswer<S, Also> {
  return { kind: "json", description, schema, example, alsoAs };
}

export function file(description: string, ...mediaTypes: readonly string[]): FileAnswer {
  return { kind: "file", description, mediaTypes };
}

export function empty(description: string): EmptyAnswer {
  return { kind: "empty", description };
}

export function jsonBody<S extends z.ZodType>(schema: S, example: Given<S>): JsonBody<S> {
  return { kind: "json", schema, example };
}

/**
 * A body whose elements are read by the operation, so that everything that is wrong with them is said at once and with
 * codes: `schema` reads what is around them, `published` is the shape that documents and clients go by.
 */
export function bodyOfElements<S extends z.ZodType, P extends z.ZodType>(
  schema: S,
  published: P,
  example: Given<P>,
): JsonBody<z.ZodType<z.output<S>, z.input<P>>> {
  return { kind: "json", schema: schema as never, published, example };
}

export const XML = "application/xml";

export const messageBody: MessageBody = {
  kind: "message",
  mediaTypes: [XML, "application/json"],
};

export function documentBody(...mediaTypes: readonly string[]): DocumentBody {
  return { kind: "document", mediaTypes };
}

/** Any operation may find the request malformed, too many requests, a fault of its own, or no time or place to work. */
const OF_ANY = [400, 429, 500, 503];

/** Every status that an operation may answer with a problem, in order. */
export function problemStatuses({ signIn, params, body, errors }: Contract): readonly number[] {
  const signedIn = signIn === "none" ? [] : signIn === "optional" ? [401] : [401, 403];
  const found = params === undefined ? [] : [404];
  const sent = body === undefined ? [] : [413, 415];
  return [...new Set([...OF_ANY, ...signedIn, ...found, ...sent, ...errors])].sort((a, b) => a - b);
}
