import { officerOrderControl } from "@customhouse/api/cases/acts";
import { caseOperation } from "../../../platform/http/define.ts";
import type { DeclarationsRoom } from "../room.ts";
import { act } from "../wire/acted.ts";

export const orderControl = (room: DeclarationsRoom) =>
  caseOperation(officerOrderControl, { action: "orderControl", bulkhead: "formal" }, (call) =>
    act(room.declarations, call, { type: "OrderControl", control: call.body.control }),
  );
