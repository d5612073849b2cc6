import { tariffVersions } from "@customhouse/api/tariff/versions";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { TariffRoom } from "../room.ts";

export const versions = (room: TariffRoom) =>
  operation(tariffVersions, { action: "viewTariff", bulkhead: "status" }, async () =>
    ok({ items: await room.store.list() }),
  );
