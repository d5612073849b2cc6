/** What the command line, the bench and tests use of the server. */
export { OtherCountryError } from "./boot/database.ts";
export { passAllDue } from "./boot/workers.ts";
export { type Config, makeConfig } from "./config/config.ts";
export { ConfigurationError, type RawEnvironment, readEnvironment } from "./config/env.ts";
export { generateSecrets } from "./config/secrets.ts";
export { loadCountry, loadCountryFolder, UnknownCountryError } from "./countries.ts";
export { demoPassword } from "./identity/users.ts";
export type { Actor, ActResult, LodgeResult, MainPath, MoveResult } from "./mainpath/contract.ts";
export type { Records } from "./operations/records.ts";
export type { ScreeningDesk } from "./screening/screening-desk.ts";
export { type BootContext, type RunningServer, start } from "./start.ts";
export { DataFolderInUseError } from "./storage/embedded-postgres.ts";
export { makeTelemetry } from "./telemetry/telemetry.ts";
export { realFactories, startCore } from "./wiring.ts";
