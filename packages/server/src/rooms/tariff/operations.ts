import type { Operation } from "../../platform/http/operation.ts";
import { activate } from "./operations/activate.ts";
import { canary } from "./operations/canary.ts";
import { importTariff } from "./operations/import.ts";
import { versions } from "./operations/list.ts";
import { quote } from "./operations/quote.ts";
import { read } from "./operations/read.ts";
import { rollBack } from "./operations/roll-back.ts";
import type { TariffRoom } from "./room.ts";

export function tariffOperations(room: TariffRoom): readonly Operation[] {
  return [
    versions(room), // GET /v1/tariff/versions
    importTariff(room), // POST /v1/tariff/versions
    read(room), // GET /v1/tariff/versions/{version}
    canary(room), // POST /v1/tariff/versions/{version}/canary
    activate(room), // POST /v1/tariff/versions/{version}/activation
    rollBack(room), // POST /v1/tariff/rollback
    quote, // POST /v1/quotes
  ];
}
