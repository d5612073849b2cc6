/** Every answer of a test server is read by the contract of its operation; one that is not as described fails the test. */
import { answerFault } from "@customhouse/api/check-answer";
import type { CheckReply } from "../../src/platform/http/frame.ts";
import { bodyOf } from "../../src/platform/http/respond.ts";

export function holdToContracts(): { readonly check: CheckReply; readonly complain: () => void } {
  const faults = new Set<string>();
  return {
    check: (contract, reply, requestId) => {
      const { body, contentType } = bodyOf(reply, requestId);
      const text = typeof body === "string" ? body : body === null ? "" : "bytes";
      const fault = answerFault(contract, { status: reply.status, contentType, text });
      if (fault !== undefined) faults.add(fault);
    },
    /** Throws what was found, for whoever made the request and again at the end. */
    complain: () => {
      if (faults.size > 0) throw new Error([...faults].join("\n"));
    },
  };
}
