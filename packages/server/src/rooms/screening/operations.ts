import type { Operation } from "../../platform/http/operation.ts";
import { activateList } from "./operations/activate-list.ts";
import { confirmHit } from "./operations/confirm-hit.ts";
import { importList } from "./operations/import-list.ts";
import { listHits } from "./operations/list-hits.ts";
import { listLists } from "./operations/list-lists.ts";
import { returnHit } from "./operations/return-hit.ts";
import { reviewHit } from "./operations/review-hit.ts";
import { rollBackList } from "./operations/roll-back-list.ts";
import { screenParty } from "./operations/screen-party.ts";
import type { ScreeningRoom } from "./room.ts";

export function screeningOperations(room: ScreeningRoom): readonly Operation[] {
  return [
    importList(room), // POST /v1/screening/lists
    listLists(room), // GET /v1/screening/lists
    activateList(room), // POST /v1/screening/lists/{list}/versions/{version}/activation
    rollBackList(room), // POST /v1/screening/lists/{list}/rollback
    screenParty(room), // POST /v1/screening/parties
    listHits(room), // GET /v1/screening/hits
    reviewHit(room), // POST /v1/screening/hits/{hitId}/reviews
    confirmHit(room), // POST /v1/screening/hits/{hitId}/confirmations
    returnHit(room), // POST /v1/screening/hits/{hitId}/returns
  ];
}
