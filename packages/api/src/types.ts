/** Types that follow from a contract. Everything here is types: a client that uses them carries no schema. */
import type { z } from "@hono/zod-openapi";
import type { Contracts } from "./contracts.ts";
import type { Contract, FileAnswer, JsonAnswer, JsonBody, Method } from "./operation.ts";
import type { Given, Shape } from "./shape.ts";

/** What may be answered in JSON with a status, by a contract. */
export type JsonAt<C extends Contract, Status> = Status extends keyof C["answers"]
  ? C["answers"][Status] extends JsonAnswer<infer S>
    ? Shape<S>
    : never
  : never;

/** Statuses of answers of one kind. */
export type StatusesOf<C extends Contract, Kind extends "json" | "file" | "empty"> = {
  [Status in keyof C["answers"]]: C["answers"][Status] extends { readonly kind: Kind }
    ? Status
    : never;
}[keyof C["answers"]];

/** What is answered in JSON when an operation succeeds, whatever its status. */
export type AnswerOf<C extends Contract> = {
  [Status in keyof C["answers"]]: JsonAt<C, Status>;
}[keyof C["answers"]];

/** Media types in which something else than JSON is answered. */
export type OtherForm<C extends Contract> = C["answers"][keyof C["answers"]] extends infer A
  ? A extends FileAnswer | { readonly alsoAs: readonly [string, ...string[]] }
    ? string
    : never
  : never;

export type OperationId = Contracts[number]["id"];
export type ContractOf<Id extends OperationId> = Extract<Contracts[number], { readonly id: Id }>;

/** What the operation of that name answers. */
export type AnswerTo<Id extends OperationId> = AnswerOf<ContractOf<Id>>;

/** Paths that take a method. */
export type PathOf<M extends Method> = Extract<Contracts[number], { readonly method: M }>["path"];
export type ContractAt<M extends Method, P extends string> = Extract<
  Contracts[number],
  { readonly method: M; readonly path: P }
>;

type GivenTo<S> = S extends z.ZodType ? Given<S> : undefined;
type InputOf<C, Key extends "params" | "query"> = C extends { readonly [K in Key]: infer S }
  ? GivenTo<S>
  : undefined;
type BodyOf<C> = C extends { readonly body: infer B }
  ? B extends JsonBody<infer S>
    ? GivenTo<S>
    : undefined
  : undefined;

/** Undefined parts fall away; a part of which nothing is needed may be left out. */
type Parts<T> = { readonly [K in keyof T as T[K] extends undefined ? never : K]: T[K] };
type Loose<T> = {
  readonly [K in keyof T as Record<string, never> extends T[K] ? never : K]: T[K];
} & { readonly [K in keyof T as Record<string, never> extends T[K] ? K : never]?: T[K] };

/** What a caller gives to an operation. */
export type Request<C extends Contract> = Loose<
  Parts<{ params: InputOf<C, "params">; query: InputOf<C, "query">; json: BodyOf<C> }>
>;

/** The body that the operation of that name takes in JSON. */
export type BodyTo<Id extends OperationId> = BodyOf<ContractOf<Id>>;
