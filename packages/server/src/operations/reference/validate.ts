import { z } from "@hono/zod-openapi";
import { operation } from "../../http/define.ts";
import { ok } from "../../http/reply.ts";
import { finding } from "../../openapi/schemas.ts";

const report = z
  .object({ valid: z.boolean(), messageType: z.string().optional(), findings: z.array(finding) })
  .openapi("ValidationReport");

/** Enough for a declaration of a thousand items; lodging takes more. */
const MAX_BYTES = 1024 * 1024;

/** The playground: nothing is stored, nobody has to sign in, and it has a small wall of its own. */
export const validate = operation(
  {
    id: "reference.validate",
    method: "post",
    path: "/v1/validate",
    summary: "Check a message without lodging it",
    tag: "Reference",
    action: "open",
    bulkhead: "playground",
    bodyKind: "message",
    maxBytes: ({ limits }) => Math.min(limits.messageBytes, MAX_BYTES),
    answers: {
      200: { description: "The message is in order", schema: report },
      422: { description: "It was read; what is wrong is in the findings", schema: report },
    },
  },
  async (call) => {
    const found = call.parts.mainPath.validate(call.bytes, call.contentType);
    return found.valid ? ok(found) : { kind: "json", status: 422, json: found };
  },
);
