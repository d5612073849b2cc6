import { traderDuplicates } from "@customhouse/api/traders/operations";
import { TraderIndex } from "@customhouse/traders";
import { recordRead } from "../../../platform/access/audit.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { TradersRoom } from "../room.ts";

const GONE: ReadonlySet<string> = new Set(["merged", "closed", "refused"]);

export const duplicates = (room: TradersRoom) =>
  operation(traderDuplicates, { action: "readRegister", bulkhead: "analytics" }, async (call) => {
    const { tin } = call.params;
    await recordRead(call, call.principal, "readRegister");
    const [candidate, ...near] =
      (await room.store.near(tin, call.platform.country.formalities)) ?? [];
    if (candidate === undefined) return problem(errors.notFound);
    const known = near.filter(({ state }) => !GONE.has(state));
    return ok({ items: new TraderIndex(known).similarTo(candidate) });
  });
