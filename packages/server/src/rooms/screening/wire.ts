/** What the operations on screening share. */

import { SCREENING_ERRORS, ScreeningError } from "@customhouse/screening";
import { actOnHit, type HitAct } from "@customhouse/screening/hits";
import { z } from "@hono/zod-openapi";
import { withPurpose } from "../../platform/access/with-purpose.ts";
import { errors } from "../../platform/errors.ts";
import type { Call } from "../../platform/http/operation.ts";
import { ok, type ProblemReply, problem, type Reply } from "../../platform/http/reply.ts";
import type { ScreeningDesk } from "./desk.ts";

/** In addresses: what cannot be mistaken for a part of one. */
const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, "is not a name");

export const listParams = z.object({ list: name });
export const listVersionParams = z.object({ list: name, version: name });
export const hitParams = z.object({ hitId: z.uuid() });

export const screeningList = z
  .object({
    list: z.string(),
    version: z.string(),
    state: z.string(),
    source: z.string(),
    licence: z.string(),
    retrievedAt: z.string(),
    entryCount: z.number(),
    digest: z.string(),
    changes: z.object({ added: z.number(), changed: z.number(), removed: z.number() }),
    broken: z.array(z.object({ row: z.number(), why: z.string() })),
    importedBy: z.string(),
    importedAt: z.string(),
    activatedBy: z.string().optional(),
    activatedAt: z.string().optional(),
  })
  .openapi("ScreeningList");

/** A hit with its two names, why they are alike, what officers said and which cases it concerns. */
export const screeningHit = z
  .looseObject({ id: z.string(), state: z.string(), caseIds: z.array(z.string()) })
  .openapi("ScreeningHit");

const STATUS: Readonly<Partial<Record<string, number>>> = { CH4410: 409, CH4411: 403, CH4413: 410 };

/** A refusal of the core in the shape of every other error. */
export function screeningRefused({ code, message, whatToDo }: ScreeningError): ProblemReply {
  const { title } = SCREENING_ERRORS[code];
  return { kind: "problem", status: STATUS[code] ?? 422, code, title, message, whatToDo };
}

type Decision =
  | Pick<Extract<HitAct, { type: "review" }>, "type" | "verdict">
  | { readonly type: "confirm" | "send-back" };

/** One act of the person who is signed in. */
export async function decideOnHit<Q>(
  screening: ScreeningDesk,
  call: Call<z.infer<typeof hitParams>, Q, { readonly reason: string }>,
  decision: Decision,
): Promise<Reply> {
  return withPurpose(call, "decideScreening", async () => {
    const { clock } = call.platform;
    const { hitId } = call.params;
    const at = clock().toISOString();
    const act: HitAct = {
      ...decision,
      officer: call.principal.subject,
      at,
      reason: call.body.reason,
    };
    try {
      await screening.changeHit(hitId, at, (hit) => actOnHit(hit, act));
    } catch (error) {
      if (error instanceof ScreeningError) return screeningRefused(error);
      throw error;
    }
    const found = await screening.hit(hitId);
    if (found === undefined) return problem(errors.notFound);
    const { hit, ...rest } = found;
    return ok({ ...hit, ...rest });
  });
}

export const reasonText = z.string().trim().max(2_000);
