import { z } from "@hono/zod-openapi";
import { actorOf } from "../../../platform/access/principal.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { finding } from "../../../platform/http/schemas.ts";
import type { ReferenceRoom } from "../room.ts";

const report = z
  .object({ valid: z.boolean(), messageType: z.string().optional(), findings: z.array(finding) })
  .openapi("ValidationReport");

/** Enough for a declaration of a thousand items; lodging takes more. */
const MAX_BYTES = 1024 * 1024;

/**
 * The playground: nothing is stored, nobody has to sign in, and it has a small wall of its own. Whoever is signed in and
 * may lodge the declaration is told what lodging it would find.
 */
export const validate = (room: ReferenceRoom) =>
  operation(
    {
      id: "reference.validate",
      method: "post",
      path: "/v1/validate",
      summary: "Check a message without lodging it",
      tag: "Reference",
      action: "open",
      knowsCaller: true,
      bulkhead: "playground",
      bodyKind: "message",
      maxBytes: ({ limits }) => Math.min(limits.messageBytes, MAX_BYTES),
      answers: {
        200: { description: "The message is in order", schema: report },
        422: { description: "It was read; what is wrong is in the findings", schema: report },
      },
    },
    async (call) => {
      const { principal, bytes, contentType } = call;
      const actor = principal.role === "analyst" ? undefined : actorOf(principal);
      const found = await room.mainPath.validate(actor, bytes, contentType);
      return found.valid ? ok(found) : { kind: "json", status: 422, json: found };
    },
  );
