/** The common part of the operations for the four messages of a trader: lodge the message, answer the result. */

import type { Lodged as LodgedAnswer } from "@customhouse/api/shapes/promise";
import { actorOf } from "../../../platform/access/principal.ts";
import { idempotencyKey } from "../../../platform/http/idempotency-key.ts";
import type { Call } from "../../../platform/http/operation.ts";
import {
  accepted,
  type JsonReply,
  type ProblemReply,
  refused,
} from "../../../platform/http/reply.ts";
import type { Declarations, LodgeOptions, LodgeResult } from "../contract.ts";

interface Lodging {
  readonly declarations: Pick<Declarations, "lodge">;
}

type AnyCall = Call<unknown, unknown, unknown>;

type Lodged = Exclude<LodgeResult, { readonly status: "refused" }>;

export async function lodgeMessage(
  room: Lodging,
  call: AnyCall,
  options: Pick<LodgeOptions, "expect" | "mrn">,
): Promise<Lodged | ProblemReply> {
  const key = idempotencyKey(call.headers);
  if (!key.ok) {
    return key.reply;
  }
  const result = await room.declarations.lodge(actorOf(call.principal), call.bytes, {
    ...options,
    contentType: call.contentType,
    idempotencyKey: key.value,
    channel: isLowValue(call.headers) ? "low-value" : "api",
  });
  return result.status === "refused" ? refused(result) : result;
}

export async function lodge(
  room: Lodging,
  call: AnyCall,
  options: Pick<LodgeOptions, "expect" | "mrn">,
): Promise<JsonReply<202, LodgedAnswer> | ProblemReply> {
  const result = await lodgeMessage(room, call, options);
  if ("kind" in result) {
    return result;
  }
  const { conversationId, caseId, lrn, mrn, promise, replayed } = result;
  const location = `/v1/declarations/${encodeURIComponent(mrn)}`;
  return accepted({ conversationId, caseId, lrn, mrn, promise, replayed }, location);
}

function isLowValue(headers: Headers): boolean {
  return headers.get("channel")?.toLowerCase() === "low-value";
}

/** Parcels and formal declarations wait behind different walls. */
export function lodgingWall(call: { readonly headers: Headers }): "formal" | "low-value" {
  return isLowValue(call.headers) ? "low-value" : "formal";
}
