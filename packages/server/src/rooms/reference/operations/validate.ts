import { referenceValidate } from "@customhouse/api/reference/operations";
import { actorOf } from "../../../platform/access/principal.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, withStatus } from "../../../platform/http/reply.ts";
import type { ReferenceRoom } from "../room.ts";

/** Enough for a declaration of a thousand items; lodging takes more. */
const MAX_BYTES = 1024 * 1024;

/**
 * The playground: nothing is stored, nobody has to sign in, and it has a small wall of its own. Whoever is signed in and
 * may lodge the declaration is told what lodging it would find.
 */
export const validate = (room: ReferenceRoom) =>
  operation(
    referenceValidate,
    { bulkhead: "playground", maxBytes: ({ limits }) => Math.min(limits.messageBytes, MAX_BYTES) },
    async (call) => {
      const { principal, bytes, contentType } = call;
      const actor = principal.role === "analyst" ? undefined : actorOf(principal);
      const found = await room.declarations.validate(actor, bytes, contentType);
      return found.valid ? ok(found) : withStatus(422, found);
    },
  );
