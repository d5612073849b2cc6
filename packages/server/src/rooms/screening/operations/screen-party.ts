import { screeningScreenParty } from "@customhouse/api/screening/operations";
import { isSearchable, partyProblem } from "@customhouse/screening";
import { withPurpose } from "../../../platform/access/with-purpose.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { ScreeningRoom } from "../room.ts";

const NO_NAME = "no name of it has a letter or digit to be compared";
export const screenParty = (room: ScreeningRoom) =>
  operation(
    screeningScreenParty,
    { action: "viewScreening", bulkhead: "analytics" },
    async (call) =>
      withPurpose(call, "viewScreening", async () => {
        const party = { id: "asked", ...call.body };
        const message = partyProblem(party);
        if (message !== undefined) return problem(errors.malformedRequest, { message });
        const matches = await room.records.screen(party);
        if (matches === undefined) return problem(errors.notScreened);
        if (matches.length === 0 && !isSearchable(party)) {
          return problem(errors.malformedRequest, { message: NO_NAME });
        }
        return ok({ matches: matches.map(({ party: _, ...match }) => match) });
      }),
  );
