import { officerRelease } from "@customhouse/api/cases/acts";
import { caseOperation } from "../../../platform/http/define.ts";
import { act } from "../../declarations/wire/acted.ts";
import type { ControlRoom } from "../room.ts";

export const release = (room: ControlRoom) =>
  caseOperation(officerRelease, { action: "releaseGoods", bulkhead: "formal" }, (call) =>
    act(room.mainPath, call, {
      type: "RecordControlResult",
      result: "satisfactory",
      ...call.body,
    }),
  );
