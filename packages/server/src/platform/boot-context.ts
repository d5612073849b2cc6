/** The context that every stage of the boot order gets, and how a stage is stopped. */
import type { Config } from "./config/config.ts";
import type { Secrets } from "./config/secrets.ts";
import type { Telemetry } from "./telemetry/telemetry.ts";

export interface BootContext {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly telemetry: Telemetry;
  readonly clock: () => Date;
  /** From a secure source; a scenario gives its own, so that it plays the same every time. */
  readonly randomBytes: (length: number) => Uint8Array;
}
