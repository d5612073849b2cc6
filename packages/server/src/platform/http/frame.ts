/**
 * What surrounds every operation, in this order: identity, role, body within its limits, a place behind the wall,
 * time limit, answer, figures. An operation only ever sees a request that has come through all of it.
 */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Contract } from "@customhouse/api";
import type { Context } from "hono";
import { type Purpose, purposes } from "../access/actions.ts";
import { type Principal, partyOf } from "../access/principal.ts";
import type { Bulkhead as BulkheadName, Config } from "../config/config.ts";
import { errors } from "../errors.ts";
import type { Identity } from "../identity/identity.ts";
import { asked } from "../jobs/work-priority.ts";
import { readBody } from "./body.ts";
import { type Bulkhead, type ByteBudget, makeBulkhead, makeByteBudget } from "./bulkhead.ts";
import { isJson, isUtf8, isXml, parseMediaType } from "./media-type.ts";
import type { Operation, Platform, RawCall } from "./operation.ts";
import { makeRateLimit, type RateLimit } from "./rate-limit.ts";
import { type ProblemReply, problem, type Reply } from "./reply.ts";
import { type Recipient, respond } from "./respond.ts";

export interface Frame {
  readonly platform: Platform;
  readonly identity: Identity;
  readonly walls: Readonly<Record<BulkheadName, Bulkhead>>;
  readonly budget: ByteBudget;
  readonly playground: RateLimit;
  readonly checkReply: CheckReply | undefined;
}

/** Sees every answer of an operation of ours before it goes out. Tests hold answers to their contracts with it. */
export type CheckReply = (contract: Contract, reply: Reply, requestId: string) => void;

export function makeFrame(platform: Platform, identity: Identity, checkReply?: CheckReply): Frame {
  const { concurrent, bytesInFlight, playgroundPerMinute } = platform.config.limits;
  const wall = (name: BulkheadName) => makeBulkhead(concurrent[name]);
  return {
    platform,
    identity,
    walls: {
      formal: wall("formal"),
      "low-value": wall("low-value"),
      identity: wall("identity"),
      analytics: wall("analytics"),
      playground: wall("playground"),
      status: wall("status"),
    },
    budget: makeByteBudget(bytesInFlight),
    playground: makeRateLimit(playgroundPerMinute),
    checkReply,
  };
}

export function handlerOf(frame: Frame, operation: Operation): (c: Context) => Promise<Response> {
  return async (c) => {
    const recipient = recipientOf(frame.platform, c);
    const { requestId } = recipient;
    const { metrics } = frame.platform.telemetry;
    const stopTimer = metrics.seconds.startTimer({ operation: operation.contract.id });
    const held = { bytes: 0 };
    try {
      const reply = await answer(frame, operation, c, requestId, held);
      if (operation.published === undefined)
        frame.checkReply?.(operation.contract, reply, requestId);
      metrics.requests.inc({ operation: operation.contract.id, status: reply.status });
      return respond(shape(operation, reply, requestId), recipient);
    } catch (bug) {
      frame.platform.telemetry.log.error(
        { err: bug, requestId, operation: operation.contract.id },
        "bug",
      );
      metrics.requests.inc({ operation: operation.contract.id, status: 500 });
      return respond(shape(operation, problem(errors.internal), requestId), recipient);
    } finally {
      frame.budget.giveBack(held.bytes);
      stopTimer();
    }
  };
}

async function answer(
  frame: Frame,
  operation: Operation,
  c: Context,
  requestId: string,
  held: { bytes: number },
): Promise<Reply> {
  const request = c.req.raw;
  const principal = await signedIn(frame, operation, request);
  if (principal && "kind" in principal) {
    return principal;
  }
  const limited = operation.action === undefined ? playgroundLimit(frame, operation, c) : undefined;
  if (limited) {
    return limited;
  }
  const early = operation.published?.before?.(request.headers);
  if (early) {
    return early;
  }
  const media = checkMediaType(operation, request.headers.get("content-type"));
  if (media) {
    return media;
  }
  const body = await readBody(request, bodyLimits(frame, operation), nodeRequest(c));
  held.bytes = body.held;
  if (!body.ok) {
    return body.reply;
  }
  if (operation.contract.body === undefined && !isEmptyBody(body.bytes)) {
    return problem(errors.unexpectedBody);
  }
  return behindWall(frame, operation, {
    platform: frame.platform,
    principal,
    requestId,
    params: c.req.param() as Record<string, string>,
    query: queryOf(c.req.url),
    headers: request.headers,
    contentType: request.headers.get("content-type") ?? undefined,
    bytes: body.bytes,
    purpose: purposeOf(request),
  });
}

function queryOf(url: string): URLSearchParams {
  const at = url.indexOf("?");
  return new URLSearchParams(at < 0 ? "" : url.slice(at + 1));
}

/** Undefined only for an open operation. A role that could never do this is told so before anything is read. */
async function signedIn(
  frame: Frame,
  operation: Operation,
  request: Request,
): Promise<Principal | ProblemReply | undefined> {
  const { action, contract } = operation;
  const authorization = request.headers.get("authorization");
  if (action === undefined && (contract.signIn !== "optional" || authorization === null)) {
    return undefined;
  }
  const principal = await frame.identity.authenticate(authorization);
  if (!principal) {
    const headers = { "WWW-Authenticate": 'Bearer realm="customhouse"' };
    return problem(errors.notSignedIn, { headers });
  }
  return action === undefined || frame.platform.access.mightAllow(principal.role, action)
    ? principal
    : problem(errors.notAllowed);
}

function playgroundLimit(frame: Frame, operation: Operation, c: Context): ProblemReply | undefined {
  if (operation.bulkhead !== "playground") {
    return undefined;
  }
  const caller = remoteAddress(c);
  const seconds = frame.playground.secondsToWait(caller, frame.platform.clock().getTime());
  return seconds > 0 ? problem(errors.tooManyAttempts, { retryAfterSeconds: seconds }) : undefined;
}

function remoteAddress(c: Context): string {
  return nodeRequest(c)?.socket?.remoteAddress ?? "unknown";
}

/** Node's own request and response; absent when the app is called without a server around it. */
interface NodePair {
  readonly incoming?: IncomingMessage;
  readonly outgoing?: ServerResponse;
}

function nodeRequest(c: Context): IncomingMessage | undefined {
  return (c.env as NodePair | undefined)?.incoming;
}

export function recipientOf(platform: Platform, c: Context): Recipient {
  return {
    requestId: requestIdOf(c),
    https: platform.publicUrl.startsWith("https:"),
    outgoing: (c.env as NodePair | undefined)?.outgoing,
  };
}

function checkMediaType(operation: Operation, header: string | null): ProblemReply | undefined {
  const kind = operation.contract.body?.kind ?? "none";
  // A message without a type is told apart by its first byte; nothing else is guessed.
  if (kind === "none" || (kind === "message" && header === null)) {
    return undefined;
  }
  const media = header === null ? undefined : parseMediaType(header);
  if (!media) {
    return problem(errors.unsupportedMediaType);
  }
  if (kind === "document") {
    return undefined;
  }
  const taken = kind === "json" ? isJson(media.type) : isJson(media.type) || isXml(media.type);
  if (!taken) {
    return problem(errors.unsupportedMediaType);
  }
  return isUtf8(media.charset) ? undefined : problem(errors.unsupportedCharset);
}

/** Room for what some clients send where nothing is taken: `{}`. */
const EMPTY_BODY_BYTES = 64;

function isEmptyBody(bytes: Uint8Array): boolean {
  return bytes.length === 0 || /^\s*(\{\s*\})?\s*$/.test(Buffer.from(bytes).toString("latin1"));
}

function bodyLimits(frame: Frame, operation: Operation) {
  const { limits } = frame.platform.config;
  const kind = operation.contract.body?.kind ?? "none";
  const isOurs = operation.published === undefined;
  const byKind = {
    none: isOurs ? EMPTY_BODY_BYTES : 0,
    json: limits.jsonBytes,
    message: limits.messageBytes,
    document: limits.documentBytes,
  };
  return {
    maxBytes: operation.maxBytes?.(frame.platform.config) ?? byKind[kind],
    tooLarge: kind === "none" && isOurs ? errors.unexpectedBody : errors.bodyTooLarge,
    timeoutMs: limits.bodyTimeoutMs,
    budget: frame.budget,
  };
}

async function behindWall(frame: Frame, operation: Operation, call: RawCall): Promise<Reply> {
  const name =
    typeof operation.bulkhead === "function" ? operation.bulkhead(call) : operation.bulkhead;
  const party = call.principal ? (partyOf(call.principal) ?? call.principal.subject) : "anonymous";
  const leave = frame.walls[name].enter(party);
  const { metrics } = frame.platform.telemetry;
  if (!leave) {
    metrics.refused.inc({ bulkhead: name });
    return problem(errors.busy);
  }
  metrics.inside.inc({ bulkhead: name });
  // The place is given back when the work ends, not when the caller stops waiting for it.
  const work = inTurn(operation, call).finally(() => {
    leave();
    metrics.inside.dec({ bulkhead: name });
  });
  return withinTime(work, frame.platform.config);
}

/**
 * Requests with a body cost CPU time here, so they run one per turn of the event loop. Requests that only read wait for the
 * database and run at once.
 */
async function inTurn(operation: Operation, call: RawCall): Promise<Reply> {
  return operation.contract.body === undefined
    ? operation.run(call)
    : asked(() => operation.run(call));
}

async function withinTime(work: Promise<Reply>, config: Config): Promise<Reply> {
  const { promise, resolve } = Promise.withResolvers<Reply>();
  const timer = setTimeout(
    () => resolve(problem(errors.timedOut)),
    config.limits.operationTimeoutMs,
  );
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

function purposeOf(request: Request): Purpose | undefined {
  const given = request.headers.get("purpose");
  return purposes.find((purpose) => purpose === given);
}

function shape(operation: Operation, reply: Reply, requestId: string): Reply {
  const { problemShape } = operation.published ?? {};
  return reply.kind === "problem" && problemShape ? problemShape(reply, requestId) : reply;
}

const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;

/** The caller's own id when it is harmless, so that both sides can find the same request. */
export function requestIdOf(c: Context): string {
  const known: unknown = c.get("requestId");
  if (typeof known === "string") {
    return known;
  }
  const given = c.req.header("x-request-id") ?? "";
  const requestId = REQUEST_ID.test(given) ? given : randomUUID();
  c.set("requestId", requestId);
  return requestId;
}
