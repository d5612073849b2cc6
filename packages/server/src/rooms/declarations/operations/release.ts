import { officerRelease } from "@customhouse/api/cases/acts";
import { caseOperation } from "../../../platform/http/define.ts";
import type { DeclarationsRoom } from "../room.ts";
import { act } from "../wire/acted.ts";

export const release = (room: DeclarationsRoom) =>
  caseOperation(officerRelease, { action: "releaseGoods", bulkhead: "formal" }, (call) =>
    act(room.declarations, call, {
      type: "RecordControlResult",
      result: "satisfactory",
      ...call.body,
    }),
  );
