/**
 * How an operation is written down: address, who may call it, which wall it works behind, what it takes, what it
 * answers. Routing, documentation, access and limits all follow from this one description.
 */
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

/** What every operation may use, whatever its room. */
export interface Platform {
  readonly config: Config;
  readonly telemetry: Telemetry;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** As it stands now: with what was registered since it started. */
  readonly country: Country;
  readonly access: Access;
  readonly cases: CaseFiles;
  /** Who read what, and why. */
  readonly reads: ReadLog;
  /** For what a caller keeps for us and must not change. */
  readonly seal: Seal;
  /** Where callers reach us, without a slash at the end. */
  readonly publicUrl: string;
  /** Who signs people in, as its tokens name it. */
  readonly issuer: string;
}

/** A request after the frame has done its part, before the operation has looked at parameters and body. */
export interface RawCall {
  readonly platform: Platform;
  readonly principal: Principal | undefined;
  readonly requestId: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Headers;
  readonly contentType: string | undefined;
  readonly bytes: Uint8Array;
  readonly purpose: Purpose | undefined;
}

export interface Call<P, Q, B> extends Omit<RawCall, "params" | "query" | "principal"> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly principal: Principal;
}
export interface CaseCall<P, Q, B> extends Call<P, Q, B> {
  readonly file: CaseFile;
  /** Labels this reader sees of the case. */
  readonly labels: Labels;
}

export type BodyKind = "none" | "json" | "message" | "document";

export interface OperationHead {
  readonly id: string;
  readonly method: "get" | "post" | "put" | "delete";
  /** OpenAPI notation: `/v1/declarations/{mrn}`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** `open`: no sign-in. */
  readonly action: Action | "open";
  /** An open operation that tells more to whoever is signed in. A token that does not hold is refused, not overlooked. */
  readonly knowsCaller?: true;
  readonly bulkhead: Bulkhead | ((call: Pick<RawCall, "headers">) => Bulkhead);
  readonly bodyKind?: BodyKind;
  readonly maxBytes?: (config: Config) => number;
  readonly answers: Readonly<Record<number, Answer>>;
  /** Looks at the headers before anything else is done with a request of somebody signed in. */
  readonly before?: (headers: Headers) => Reply | undefined;
  /** Errors in another shape than ours: a country's published API. */
  readonly problemShape?: (problem: ProblemReply, requestId: string) => Reply;
  /** Left out of the OpenAPI document. */
  readonly hidden?: boolean;
}

export interface Answer {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly mediaTypes?: readonly string[];
}

export interface OperationSpec<P, Q, B> extends OperationHead {
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
}

/** An operation with its types closed over: what the frame runs and the documentation lists. */
export interface Operation extends OperationHead {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly concernsCase: boolean;
  readonly run: (call: RawCall) => Promise<Reply>;
}
