import { partyOf } from "../../access/principal.ts";
import { errors } from "../../errors.ts";
import { operation } from "../../http/define.ts";
import { nothing, problem } from "../../http/reply.ts";
import { idParams } from "../../openapi/schemas.ts";

export const remove = operation(
  {
    id: "draft.remove",
    method: "delete",
    path: "/v1/drafts/{id}",
    summary: "Throw an unfinished declaration away",
    tag: "Drafts",
    action: "manageDrafts",
    bulkhead: "status",
    params: idParams,
    answers: { 204: { description: "Gone" } },
  },
  async (call) => {
    const party = partyOf(call.principal) ?? "";
    const removed = await call.parts.records.deleteDraft(party, call.params.id);
    return removed ? nothing : problem(errors.notFound);
  },
);
