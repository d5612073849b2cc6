import { officerRaiseQuery } from "@customhouse/api/cases/acts";
import { caseOperation } from "../../../platform/http/define.ts";
import { act } from "../../declarations/wire/acted.ts";
import type { ControlRoom } from "../room.ts";

export const raiseQuery = (room: ControlRoom) =>
  caseOperation(officerRaiseQuery, { action: "raiseQuery", bulkhead: "formal" }, (call) =>
    act(room.mainPath, call, { type: "RaiseQuery", text: call.body.text }),
  );
