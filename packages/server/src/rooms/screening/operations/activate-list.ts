import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { ScreeningRoom } from "../room.ts";
import { listVersionParams, screeningList } from "../wire.ts";

export const activateList = (room: ScreeningRoom) =>
  operation(
    {
      id: "screening.activateList",
      method: "post",
      path: "/v1/screening/lists/{list}/versions/{version}/activation",
      summary: "A second person puts it in force; all known parties are screened with it",
      tag: "Screening",
      action: "manageScreening",
      bulkhead: "formal",
      params: listVersionParams,
      answers: { 200: { description: "In force", schema: screeningList } },
    },
    async (call) => {
      const { clock } = call.platform;
      const { subject } = call.principal;
      const found = await room.desk.list(call.params);
      if (found === undefined) return problem(errors.notFound);
      if (found.importedBy === subject) return problem(errors.listOwnActivation);
      const done = await room.desk.activate(call.params, subject, clock().toISOString());
      return done ? ok(await room.desk.list(call.params)) : problem(errors.listNotReady);
    },
  );
