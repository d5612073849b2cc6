import { officerRecordControl } from "@customhouse/api/cases/acts";
import { caseOperation } from "../../../platform/http/define.ts";
import { act } from "../../declarations/wire/acted.ts";
import type { ControlRoom } from "../room.ts";

export const recordControl = (room: ControlRoom) =>
  caseOperation(officerRecordControl, { action: "recordControl", bulkhead: "formal" }, (call) =>
    act(room.mainPath, call, { type: "RecordControlResult", ...call.body }),
  );
