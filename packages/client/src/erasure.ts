/** Erasing the personal data of a case that is over: one administrator asks, another confirms. */
import type { BodyTo } from "@customhouse/api";
import type { Session } from "./session.ts";

/** A declaration by its case, or a formality by its number. */
export type Erasable = { readonly caseId: string } | { readonly number: string };

export function erasure(session: Session) {
  return {
    /** Refused as CH8143 while it is not over, and as CH8144 with the moment from which on it may be done. */
    ask: (of: Erasable, json: BodyTo<"case.askErasure">) =>
      "caseId" in of
        ? session.post("/v1/cases/{caseId}/erasure", { params: of, json })
        : session.post("/v1/formalities/{number}/erasure", { params: of, json }),
    /** Cannot be undone. Refused as CH8145 for who asked. */
    confirm: (of: Erasable) =>
      "caseId" in of
        ? session.post("/v1/cases/{caseId}/erasure/confirmation", { params: of })
        : session.post("/v1/formalities/{number}/erasure/confirmation", { params: of }),
    of: (caseId: string) => session.get("/v1/cases/{caseId}/erasure", { params: { caseId } }),
  };
}
