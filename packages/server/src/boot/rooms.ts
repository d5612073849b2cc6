/** Every room with what its operations work with: the one place where rooms are put together. */
import type { Country } from "@customhouse/model";
import type { Rooms } from "../app.ts";
import type { BootContext } from "../platform/boot-context.ts";
import { providerSecret } from "../platform/config/secrets.ts";
import type { OpenDatabase } from "../platform/storage/database.ts";
import { partiesToContainer } from "../rooms/cargo/store/container-alarms.ts";
import { createDeclarationStore } from "../rooms/declarations/store/declaration-store.ts";
import { createQueueStore } from "../rooms/declarations/store/queues.ts";
import { createDraftStore } from "../rooms/drafts/store.ts";
import { createErasureRequests } from "../rooms/erasure/erasure-requests.ts";
import { createLedgerStore } from "../rooms/ledger/store/ledger-store.ts";
import { createLogStore } from "../rooms/log/store.ts";
import {
  createNotificationRecords,
  createSubscriptionStore,
} from "../rooms/notifications/store/notification-store.ts";
import type { Sample } from "../rooms/reference/room.ts";
import type { RiskRecords } from "../rooms/risk/risk-records.ts";
import type { ScreeningRecords } from "../rooms/screening/screening-records.ts";
import { readiness } from "../rooms/service/readiness.ts";
import { createTariffStore } from "../rooms/tariff/store.ts";
import { createTraderStore } from "../rooms/traders/store/trader-store.ts";
import { type BootedCore, leafSaltOf, logKeyOf } from "./core.ts";

export interface RoomParts extends Pick<BootedCore, "contracts" | "live"> {
  readonly risk: RiskRecords;
  readonly screening: ScreeningRecords;
  readonly samples: readonly Sample[];
}

export function openRooms(
  { clock, secrets }: BootContext,
  database: OpenDatabase,
  { contracts, live, risk, screening, samples }: RoomParts,
): Rooms {
  const country = (): Country => live.current;
  const { declarations, formalities, cargo, traders } = contracts;
  const store = createDeclarationStore(database, clock);
  const notifications = createNotificationRecords(database, clock);
  const log = createLogStore(database, logKeyOf(secrets), leafSaltOf(secrets));
  return {
    declarations: {
      declarations,
      store,
      queues: createQueueStore(database),
      notifications,
      log,
    },
    formalities: { formalities, history: store, log },
    cargo: {
      cargo,
      partiesToContainer: (container, kinds) =>
        partiesToContainer(database.writer, container, kinds),
    },
    traders: { traders, formalities, notifications, store: createTraderStore(database) },
    tariff: {
      declarations: store,
      store: createTariffStore(database),
      reloadTariff: () => live.refresh(),
    },
    ledger: { formalities, store: createLedgerStore(database) },
    payments: { declarations, formalities, providerSecret: providerSecret(secrets) },
    risk: { declarations: store, records: risk },
    screening: { records: screening },
    notifications: { notifications, subscriptions: createSubscriptionStore(database) },
    drafts: { store: createDraftStore(database, clock) },
    erasure: {
      declarations,
      formalities,
      requests: createErasureRequests({ db: database.writer, clock, country }),
    },
    reference: { declarations, samples },
    log: { store: log },
    service: { readiness: () => readiness(database), risk },
    national: { declarations, documents: store, notifications },
  };
}
