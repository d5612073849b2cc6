import { officerRecordDeparture } from "@customhouse/api/cases/acts";
import { caseOperation } from "../../../platform/http/define.ts";
import { act } from "../../declarations/wire/acted.ts";
import type { ControlRoom } from "../room.ts";

export const recordDeparture = (room: ControlRoom) =>
  caseOperation(officerRecordDeparture, { action: "recordMovement", bulkhead: "formal" }, (call) =>
    act(room.mainPath, call, { type: "Depart", ...call.body }),
  );
