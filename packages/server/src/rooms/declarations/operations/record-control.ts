import { officerRecordControl } from "@customhouse/api/cases/acts";
import { caseOperation } from "../../../platform/http/define.ts";
import type { DeclarationsRoom } from "../room.ts";
import { act } from "../wire/acted.ts";

export const recordControl = (room: DeclarationsRoom) =>
  caseOperation(officerRecordControl, { action: "recordControl", bulkhead: "formal" }, (call) =>
    act(room.declarations, call, { type: "RecordControlResult", ...call.body }),
  );
