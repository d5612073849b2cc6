import { screeningHits } from "@customhouse/api/screening/operations";
import { withPurpose } from "../../../platform/access/with-purpose.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { ScreeningRoom } from "../room.ts";

export const listHits = (room: ScreeningRoom) =>
  operation(screeningHits, { action: "viewScreening", bulkhead: "status" }, async (call) =>
    withPurpose(call, "viewScreening", async () => {
      const found = await room.records.hits(call.query);
      const next = found.length < call.query.limit ? undefined : found.at(-1)?.hit.id;
      return ok({
        items: found.map(({ hit, ...rest }) => ({ ...hit, ...rest })),
        ...(next === undefined ? {} : { next }),
      });
    }),
  );
