import { officerRecordDeparture } from "@customhouse/api/cases/acts";
import { caseOperation } from "../../../platform/http/define.ts";
import type { DeclarationsRoom } from "../room.ts";
import { act } from "../wire/acted.ts";

export const recordDeparture = (room: DeclarationsRoom) =>
  caseOperation(officerRecordDeparture, { action: "recordMovement", bulkhead: "formal" }, (call) =>
    act(room.declarations, call, { type: "Depart", ...call.body }),
  );
