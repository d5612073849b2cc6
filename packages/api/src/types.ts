/** Types that follow from a contract. Everything here is types: a client that uses them carries no schema. */
import type { z } from "@hono/zod-openapi";
import type { Contracts } from "./contracts.ts";
import type { Contract, JsonAnswer, JsonBody, Method } from "./operation.ts";
import type { Given, Shape } from "./shape.ts";

type One = Contracts[number];

export type OperationId = One["id"];
export type ContractOf<Id extends OperationId> = Extract<One, { readonly id: Id }>;
/** Paths that take a method. */
export type PathOf<M extends Method> = Extract<One, { readonly method: M }>["path"];
export type ContractAt<M extends Method, P extends string> = Extract<
  One,
  { readonly method: M; readonly path: P }
>;

/** The type of the JSON answer with a status. */
export type JsonAt<C extends Contract, Status extends keyof C["answers"]> =
  C["answers"][Status] extends JsonAnswer<infer S> ? Shape<S> : never;

/** The type of the JSON answer, whatever the status. */
export type AnswerOf<C extends Contract> = {
  [Status in keyof C["answers"]]: JsonAt<C, Status>;
}[keyof C["answers"]];

/** The type of the answer of the operation of that name. */
export type Answer<Id extends OperationId> = AnswerOf<ContractOf<Id>>;
/** The body in JSON that the operation of that name takes. */
export type BodyTo<Id extends OperationId> = JsonOf<ContractOf<Id>>;

/** A message as XML in text or bytes, or in its JSON form. */
export type Message = string | Uint8Array | Readonly<Record<string, unknown>>;

export interface DocumentToSend {
  readonly mediaType: string;
  readonly content: Uint8Array;
}

type InputOf<C, Key extends "params" | "query"> = C extends { readonly [K in Key]: infer S }
  ? S extends z.ZodType
    ? Given<S>
    : never
  : never;
type JsonOf<C> = C extends { readonly body: JsonBody<infer S> } ? Given<S> : never;
type BodyKindOf<C> = C extends { readonly body: { readonly kind: infer K } } ? K : "none";

interface Parts<C> {
  readonly params: InputOf<C, "params">;
  readonly query: InputOf<C, "query">;
  readonly json: JsonOf<C>;
  readonly message: BodyKindOf<C> extends "message" ? Message : never;
  readonly document: BodyKindOf<C> extends "document" ? DocumentToSend : never;
}

/** Parts of which the operation has none fall away; a part of which nothing is needed may be left out. */
export type Request<C extends Contract> = {
  readonly [K in keyof Parts<C> as Parts<C>[K] extends never
    ? never
    : Partial<Parts<C>[K]> extends Parts<C>[K]
      ? never
      : K]: Parts<C>[K];
} & {
  readonly [K in keyof Parts<C> as Parts<C>[K] extends never
    ? never
    : Partial<Parts<C>[K]> extends Parts<C>[K]
      ? K
      : never]?: Parts<C>[K];
};
