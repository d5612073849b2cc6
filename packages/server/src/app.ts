/** Every room of the server, on one screen. Which operations a room has is in its room.ts; the boot order is in start.ts. */
import { Hono } from "hono";
import type { CountryAdapter } from "./platform/http/country-adapter.ts";
import { makeFrame } from "./platform/http/frame.ts";
import { openApiDocument } from "./platform/http/openapi-document.ts";
import type { Platform } from "./platform/http/operation.ts";
import { addPages, type Pages } from "./platform/http/pages.ts";
import { addRoutes } from "./platform/http/routes.ts";
import type { Identity } from "./platform/identity/identity.ts";
import { type CargoRoom, cargoOperations } from "./rooms/cargo/room.ts";
import { type ControlRoom, controlOperations } from "./rooms/control/room.ts";
import { type DeclarationsRoom, declarationsOperations } from "./rooms/declarations/room.ts";
import { type DraftsRoom, draftsOperations } from "./rooms/drafts/room.ts";
import { type ErasureRoom, erasureOperations } from "./rooms/erasure/room.ts";
import { type FormalitiesRoom, formalitiesOperations } from "./rooms/formalities/room.ts";
import { type LedgerRoom, ledgerOperations } from "./rooms/ledger/room.ts";
import { type LogRoom, logOperations } from "./rooms/log/room.ts";
import type { NationalApiRoom } from "./rooms/national-api/context.ts";
import { nationalOperations } from "./rooms/national-api/room.ts";
import { type NotificationsRoom, notificationsOperations } from "./rooms/notifications/room.ts";
import { type PaymentsRoom, paymentsOperations } from "./rooms/payments/room.ts";
import { type ReferenceRoom, referenceOperations } from "./rooms/reference/room.ts";
import { type RiskRoom, riskOperations } from "./rooms/risk/room.ts";
import { type ScreeningRoom, screeningOperations } from "./rooms/screening/room.ts";
import { type ServiceRoom, serviceOperations } from "./rooms/service/room.ts";
import { type TariffRoom, tariffOperations } from "./rooms/tariff/room.ts";
import { type TradersRoom, tradersOperations } from "./rooms/traders/room.ts";

export interface Rooms {
  readonly declarations: DeclarationsRoom;
  readonly control: ControlRoom;
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
}

/** Besides these: /openapi.json, /docs, the portal when it was built, and /oidc (platform/http/serve.ts). */
export function createApp({ platform, rooms, identity, adapter, pages }: AppOptions): Hono {
  const operations = [
    ...declarationsOperations(rooms.declarations),
    ...controlOperations(rooms.control),
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
  const document = openApiDocument(operations, { publicUrl, issuer, version: "0.1.0" });
  addRoutes(app, makeFrame(platform, identity), operations);
  addPages(app, document, pages);
  return app;
}
