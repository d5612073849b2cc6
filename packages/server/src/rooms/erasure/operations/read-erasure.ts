import { caseReadErasure } from "@customhouse/api/cases/erasure";
import { errors } from "../../../platform/errors.ts";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { ErasureRoom } from "../room.ts";

export const readErasure = (room: ErasureRoom) =>
  caseOperation(caseReadErasure, { action: "eraseCase", bulkhead: "status" }, async ({ file }) => {
    const found = await room.requests.of(file.case.caseId);
    return found === undefined ? problem(errors.notFound) : ok(found);
  });
