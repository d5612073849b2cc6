/** Every room of the server, on one screen. Which operations a room has is in its operations.ts; the boot order is in start.ts. */
import { Hono } from "hono";
import type { CountryAdapter } from "./platform/http/country-adapter.ts";
import { type CheckReply, makeFrame } from "./platform/http/frame.ts";
import { openApiDocument } from "./platform/http/openapi-document.ts";
import type { Platform } from "./platform/http/operation.ts";
import { addPages, type Pages } from "./platform/http/pages.ts";
import { addRoutes } from "./platform/http/routes.ts";
import type { Identity } from "./platform/identity/identity.ts";
import { cargoOperations } from "./rooms/cargo/operations.ts";
import type { CargoRoom } from "./rooms/cargo/room.ts";
import { nationalOperations } from "./rooms/declarations/national-api/operations.ts";
import type { NationalApiRoom } from "./rooms/declarations/national-api/room.ts";
import { declarationsOperations } from "./rooms/declarations/operations.ts";
import type { DeclarationsRoom } from "./rooms/declarations/room.ts";
import { draftsOperations } from "./rooms/drafts/operations.ts";
import type { DraftsRoom } from "./rooms/drafts/room.ts";
import { erasureOperations } from "./rooms/erasure/operations.ts";
import type { ErasureRoom } from "./rooms/erasure/room.ts";
import { formalitiesOperations } from "./rooms/formalities/operations.ts";
import type { FormalitiesRoom } from "./rooms/formalities/room.ts";
import { ledgerOperations } from "./rooms/ledger/operations.ts";
import type { LedgerRoom } from "./rooms/ledger/room.ts";
import { logOperations } from "./rooms/log/operations.ts";
import type { LogRoom } from "./rooms/log/room.ts";
import { notificationsOperations } from "./rooms/notifications/operations.ts";
import type { NotificationsRoom } from "./rooms/notifications/room.ts";
import { paymentsOperations } from "./rooms/payments/operations.ts";
import type { PaymentsRoom } from "./rooms/payments/room.ts";
import { referenceOperations } from "./rooms/reference/operations.ts";
import type { ReferenceRoom } from "./rooms/reference/room.ts";
import { riskOperations } from "./rooms/risk/operations.ts";
import type { RiskRoom } from "./rooms/risk/room.ts";
import { screeningOperations } from "./rooms/screening/operations.ts";
import type { ScreeningRoom } from "./rooms/screening/room.ts";
import { serviceOperations } from "./rooms/service/operations.ts";
import type { ServiceRoom } from "./rooms/service/room.ts";
import { tariffOperations } from "./rooms/tariff/operations.ts";
import type { TariffRoom } from "./rooms/tariff/room.ts";
import { tradersOperations } from "./rooms/traders/operations.ts";
import type { TradersRoom } from "./rooms/traders/room.ts";

export interface Rooms {
  readonly declarations: DeclarationsRoom;
  readonly formalities: FormalitiesRoom;
  readonly cargo: CargoRoom;
  readonly traders: TradersRoom;
  readonly tariff: TariffRoom;
  readonly ledger: LedgerRoom;
  readonly payments: PaymentsRoom;
  readonly risk: RiskRoom;
  readonly screening: ScreeningRoom;
  readonly notifications: NotificationsRoom;
  readonly drafts: DraftsRoom;
  readonly erasure: ErasureRoom;
  readonly reference: ReferenceRoom;
  readonly log: LogRoom;
  readonly service: ServiceRoom;
  readonly national: NationalApiRoom;
}

export interface AppOptions {
  readonly platform: Platform;
  readonly rooms: Rooms;
  readonly identity: Identity;
  readonly adapter?: CountryAdapter;
  readonly pages?: Pages;
  readonly checkReply?: CheckReply;
}

/** Besides these: /openapi.json, /docs, the portal when it was built, and /oidc (platform/http/serve.ts). */
export function createApp(options: AppOptions): Hono {
  const { platform, rooms, identity, adapter, pages, checkReply } = options;
  const operations = [
    ...declarationsOperations(rooms.declarations),
    ...formalitiesOperations(rooms.formalities),
    ...cargoOperations(rooms.cargo),
    ...tradersOperations(rooms.traders),
    ...tariffOperations(rooms.tariff),
    ...ledgerOperations(rooms.ledger),
    ...paymentsOperations(rooms.payments),
    ...riskOperations(rooms.risk),
    ...screeningOperations(rooms.screening),
    ...notificationsOperations(rooms.notifications),
    ...draftsOperations(rooms.drafts),
    ...erasureOperations(rooms.erasure),
    ...referenceOperations(rooms.reference),
    ...logOperations(rooms.log),
    ...serviceOperations(rooms.service),
    ...(adapter ? nationalOperations(rooms.national, adapter) : []),
  ];
  const app = new Hono();
  const { publicUrl, issuer } = platform;
  const contracts = operations.map(({ contract }) => contract);
  const document = () => openApiDocument(contracts, { publicUrl, issuer, version: "0.1.0" });
  addRoutes(app, makeFrame(platform, identity, checkReply), operations);
  addPages(app, document, pages);
  return app;
}
