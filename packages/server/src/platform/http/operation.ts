/**
 * How an operation is written down: what it takes and answers is its contract; who may call it and behind which bulkhead
 * it works stands beside it. Routing, documentation, access and limits all follow from these.
 */
import type { Contract, JsonBody } from "@customhouse/api";
import type { Country } from "@customhouse/model";
import type { z } from "zod";
import type { Access } from "../access/access.ts";
import type { Action, Purpose } from "../access/actions.ts";
import type { ReadLog } from "../access/audit-store.ts";
import type { Principal } from "../access/principal.ts";
import type { Labels } from "../access/redact.ts";
import type { CaseFile, CaseFiles } from "../cases/case-file.ts";
import type { Bulkhead, Config } from "../config/config.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import type { ProblemReply, Reply } from "./reply.ts";
import type { Seal } from "./seal.ts";

/** The parts of the platform that every operation may use. */
export interface Platform {
  readonly config: Config;
  readonly telemetry: Telemetry;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** As it stands now: with what was registered since it started. */
  readonly country: Country;
  readonly access: Access;
  readonly cases: CaseFiles;
  /** The record of reads: who read which case, and for which purpose. */
  readonly reads: ReadLog;
  /** For what a caller keeps for us and must not change. */
  readonly seal: Seal;
  /** The public address of the server, without a slash at the end. */
  readonly publicUrl: string;
  /** The issuer of tokens, as they name it. */
  readonly issuer: string;
}

/** A request after the frame has done its part, before the operation has looked at parameters and body. */
export interface RawCall {
  readonly platform: Platform;
  readonly principal: Principal | undefined;
  readonly requestId: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly contentType: string | undefined;
  readonly bytes: Uint8Array;
  readonly purpose: Purpose | undefined;
}

/** The request, as its contract reads it. */
export interface Call<P = unknown, Q = unknown, B = unknown>
  extends Omit<RawCall, "params" | "query" | "principal"> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly principal: Principal;
}
export interface CaseCall<P = unknown, Q = unknown, B = unknown> extends Call<P, Q, B> {
  readonly file: CaseFile;
  /** Labels this reader sees of the case. */
  readonly labels: Labels;
}

type ReadBy<C, Key extends "params" | "query"> = C extends { readonly [K in Key]: infer S }
  ? S extends z.ZodType
    ? z.output<S>
    : unknown
  : unknown;
type BodyReadBy<C> = C extends { readonly body: JsonBody<infer S> } ? z.output<S> : unknown;

export type CallTo<C extends Contract> = Call<
  ReadBy<C, "params">,
  ReadBy<C, "query">,
  BodyReadBy<C>
>;
export type CaseCallTo<C extends Contract> = CaseCall<
  ReadBy<C, "params">,
  ReadBy<C, "query">,
  BodyReadBy<C>
>;

/** Settings of an operation that are the server's own and stand in no contract. */
export interface Handling {
  readonly bulkhead: Bulkhead | ((call: Pick<RawCall, "headers">) => Bulkhead);
  readonly maxBytes?: (config: Config) => number;
}

/** Whoever is to be signed in has to be allowed something, too. */
export type HandlingOf<C extends Contract> = C extends { readonly signIn: "none" | "optional" }
  ? Handling
  : Handling & { readonly action: Action };

/** A country's published API is read, and answers errors, as it was published. */
export interface AsPublished {
  /** Looks at the headers before anything else is done with a request of somebody signed in. */
  readonly before?: (headers: Headers) => Reply | undefined;
  readonly problemShape?: (problem: ProblemReply, requestId: string) => Reply;
}

/** An operation with its types closed over: what the frame runs and the documentation lists. */
export interface Operation extends Handling {
  readonly contract: Contract;
  /** Absent: whoever asks. */
  readonly action?: Action;
  readonly published?: AsPublished;
  readonly run: (call: RawCall) => Promise<Reply>;
}
