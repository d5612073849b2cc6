import { officerRaiseQuery } from "@customhouse/api/cases/acts";
import { caseOperation } from "../../../platform/http/define.ts";
import type { DeclarationsRoom } from "../room.ts";
import { act } from "../wire/acted.ts";

export const raiseQuery = (room: DeclarationsRoom) =>
  caseOperation(officerRaiseQuery, { action: "raiseQuery", bulkhead: "formal" }, (call) =>
    act(room.declarations, call, { type: "RaiseQuery", text: call.body.text }),
  );
