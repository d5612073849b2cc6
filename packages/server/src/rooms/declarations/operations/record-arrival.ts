import { officerRecordArrival } from "@customhouse/api/cases/acts";
import { caseOperation } from "../../../platform/http/define.ts";
import type { DeclarationsRoom } from "../room.ts";
import { act } from "../wire/acted.ts";

export const recordArrival = (room: DeclarationsRoom) =>
  caseOperation(officerRecordArrival, { action: "recordMovement", bulkhead: "formal" }, (call) =>
    act(room.declarations, call, { type: "Arrive", by: "movement", findings: [], ...call.body }),
  );
