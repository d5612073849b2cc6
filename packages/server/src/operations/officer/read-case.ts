import { caseOperation } from "../../http/define.ts";
import { ok } from "../../http/reply.ts";
import { caseParams, status } from "../../openapi/schemas.ts";
import { caseAnswer } from "../shared/case-answer.ts";

export const readCase = caseOperation(
  {
    id: "officer.readCase",
    method: "get",
    path: "/v1/cases/{caseId}",
    summary: "A case by its id; send a Purpose header to see restricted data",
    tag: "Officers",
    action: "viewCase",
    bulkhead: "status",
    params: caseParams,
    answers: { 200: { description: "The four regions and the milestones", schema: status } },
  },
  async (call) => ok(await caseAnswer(call)),
);
