import { errors } from "../../../platform/errors.ts";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { caseParams } from "../../../platform/http/schemas.ts";
import type { ErasureRoom } from "../room.ts";
import { erasureSchema } from "./shared.ts";

export const readErasure = (room: ErasureRoom) =>
  caseOperation(
    {
      id: "case.readErasure",
      method: "get",
      path: "/v1/cases/{caseId}/erasure",
      summary: "Who asked for the erasure of a case, on what ground, and whether it is done",
      tag: "Data protection",
      action: "eraseCase",
      bulkhead: "status",
      params: caseParams,
      answers: { 200: { description: "As it stands", schema: erasureSchema } },
    },
    async ({ file }) => {
      const found = await room.desk.of(file.case.caseId);
      return found === undefined ? problem(errors.notFound) : ok(found);
    },
  );
