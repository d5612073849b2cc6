import { officerOrderControl } from "@customhouse/api/cases/acts";
import { caseOperation } from "../../../platform/http/define.ts";
import { act } from "../../declarations/wire/acted.ts";
import type { ControlRoom } from "../room.ts";

export const orderControl = (room: ControlRoom) =>
  caseOperation(officerOrderControl, { action: "orderControl", bulkhead: "formal" }, (call) =>
    act(room.mainPath, call, { type: "OrderControl", control: call.body.control }),
  );
