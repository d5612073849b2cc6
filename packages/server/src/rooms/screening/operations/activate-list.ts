import { screeningActivateList } from "@customhouse/api/screening/operations";
import { errors } from "../../../platform/errors.ts";
import { existing } from "../../../platform/existing.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { screeningErrors } from "../errors.ts";
import type { ScreeningRoom } from "../room.ts";

export const activateList = (room: ScreeningRoom) =>
  operation(
    screeningActivateList,
    { action: "manageScreening", bulkhead: "formal" },
    async (call) => {
      const { clock } = call.platform;
      const { subject } = call.principal;
      const found = await room.records.list(call.params);
      if (found === undefined) return problem(errors.notFound);
      if (found.importedBy === subject) return problem(screeningErrors.listOwnActivation);
      const done = await room.records.activate(call.params, subject, clock().toISOString());
      return done
        ? ok(existing(await room.records.list(call.params)))
        : problem(screeningErrors.listNotReady);
    },
  );
