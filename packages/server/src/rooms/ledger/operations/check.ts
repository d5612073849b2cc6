import { accountCheck } from "@customhouse/api/ledger/operations";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { LedgerRoom } from "../room.ts";

export const check = (room: LedgerRoom) =>
  operation(accountCheck, { action: "checkLedger", bulkhead: "analytics" }, async () => {
    const found = await room.store.check();
    const { drifted, belowFloor, overdrawnCases } = found;
    return ok({
      ...found,
      sound: drifted.length + belowFloor.length + overdrawnCases.length === 0,
      transfers: String(found.transfers),
      drifted: drifted.map((entry) => ({ ...entry, by: String(entry.by) })),
    });
  });
