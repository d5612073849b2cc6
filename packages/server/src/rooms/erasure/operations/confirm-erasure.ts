import { caseOperation } from "../../../platform/http/define.ts";
import { caseParams } from "../../../platform/http/schemas.ts";
import { erasableDeclaration } from "../erasable.ts";
import { erasureReply, erasureSchema } from "./shared.ts";

export const confirmErasure = caseOperation(
  {
    id: "case.confirmErasure",
    method: "post",
    path: "/v1/cases/{caseId}/erasure/confirmation",
    summary: "Erase what another administrator asked for. It cannot be undone; every proof stays",
    tag: "Data protection",
    action: "eraseCase",
    bulkhead: "formal",
    params: caseParams,
    answers: { 200: { description: "Erased, now or before", schema: erasureSchema } },
  },
  async ({ parts: { erasure, mainPath }, principal, file }) =>
    erasureReply(
      await erasure.confirm(erasableDeclaration(file.case, mainPath), principal.subject),
    ),
);
