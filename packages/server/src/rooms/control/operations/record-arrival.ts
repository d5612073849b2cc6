import { officerRecordArrival } from "@customhouse/api/cases/acts";
import { caseOperation } from "../../../platform/http/define.ts";
import { act } from "../../declarations/wire/acted.ts";
import type { ControlRoom } from "../room.ts";

export const recordArrival = (room: ControlRoom) =>
  caseOperation(officerRecordArrival, { action: "recordMovement", bulkhead: "formal" }, (call) =>
    act(room.mainPath, call, { type: "Arrive", by: "movement", findings: [], ...call.body }),
  );
