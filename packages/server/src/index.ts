/** The parts of the server that the command line, the bench and tests may import. */

export { loadCountry, loadCountryFolder, UnknownCountryError } from "./boot/countries.ts";
export { OtherCountryError } from "./boot/database.ts";
export { passAllDue } from "./boot/deadlines.ts";
export type { Actor } from "./platform/access/principal.ts";
export type { BootContext } from "./platform/boot-context.ts";
export { type Config, makeConfig } from "./platform/config/config.ts";
export { ConfigurationError, type RawEnvironment, readEnvironment } from "./platform/config/env.ts";
export { generateSecrets } from "./platform/config/secrets.ts";
export { demoPassword } from "./platform/identity/users.ts";
export { DataFolderInUseError } from "./platform/storage/embedded-postgres.ts";
export { makeTelemetry } from "./platform/telemetry/telemetry.ts";
export type {
  ActResult,
  Declarations,
  LodgeResult,
  MoveResult,
} from "./rooms/declarations/contract.ts";
export type { Formalities } from "./rooms/formalities/contract.ts";
export type { ScreeningRecords } from "./rooms/screening/screening-records.ts";
export { type Core, type RunningServer, start } from "./start.ts";
export { realFactories, startCore } from "./wiring.ts";
