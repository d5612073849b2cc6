import type { Operation } from "../../platform/http/operation.ts";
import { askErasure } from "./operations/ask-erasure.ts";
import { askErasure as askFormalityErasure } from "./operations/ask-formality-erasure.ts";
import { confirmErasure } from "./operations/confirm-erasure.ts";
import { confirmErasure as confirmFormalityErasure } from "./operations/confirm-formality-erasure.ts";
import { readErasure } from "./operations/read-erasure.ts";
import type { ErasureRoom } from "./room.ts";

export function erasureOperations(room: ErasureRoom): readonly Operation[] {
  return [
    readErasure(room), // GET /v1/cases/{caseId}/erasure
    askErasure(room), // POST /v1/cases/{caseId}/erasure
    confirmErasure(room), // POST /v1/cases/{caseId}/erasure/confirmation
    askFormalityErasure(room), // POST /v1/formalities/{number}/erasure
    confirmFormalityErasure(room), // POST /v1/formalities/{number}/erasure/confirmation
  ];
}
