import { screeningImportList } from "@customhouse/api/screening/operations";
import { existing } from "../../../platform/existing.ts";
import { operation } from "../../../platform/http/define.ts";
import { created, type ProblemReply, problem } from "../../../platform/http/reply.ts";
import { screeningErrors } from "../errors.ts";
import type { ImportResult } from "../import/order.ts";
import type { ScreeningRoom } from "../room.ts";

/** Half a million entries of the simplified CSV; a larger list is parted and imported under two names. */
const MAX_LIST_BYTES = 128 * 1024 * 1024;
export const importList = (room: ScreeningRoom) =>
  operation(
    screeningImportList,
    { action: "manageScreening", bulkhead: "analytics", maxBytes: () => MAX_LIST_BYTES },
    async (call) => {
      const { clock } = call.platform;
      const { list, version } = call.query;
      const now = clock().toISOString();
      if ((await room.records.list({ list, version })) !== undefined)
        return problem(screeningErrors.listKnown);
      const done = await room.records.importList({
        ...call.query,
        retrievedAt: call.query.retrievedAt ?? now,
        csv: call.bytes,
        importedBy: call.principal.subject,
        importedAt: now,
      });
      if (done === undefined) return problem(screeningErrors.listKnown);
      if (done !== "stored") return rejected(done);
      const stored = await room.records.list({ list, version });
      return created(existing(stored), `/v1/screening/lists/${list}/versions/${version}`);
    },
  );

function rejected(result: Exclude<ImportResult, { kind: "read" }>): ProblemReply {
  if (result.kind === "unreadable") {
    const { code, message } = result;
    const findings = [{ code, path: "$", pointer: [], message }];
    return problem(screeningErrors.listRejected, { message, findings });
  }
  const findings = result.broken.map(({ row, why }) => ({
    code: "CH4420",
    path: `$[${row}]`,
    pointer: [],
    message: `Row ${row}: ${why}.`,
  }));
  return problem(screeningErrors.listRejected, { findings });
}
