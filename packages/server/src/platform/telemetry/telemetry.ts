import type { Config } from "../config/config.ts";
import { type Logger, makeLogger } from "./logger.ts";
import { type Metrics, makeMetrics } from "./metrics.ts";

export interface Telemetry {
  readonly log: Logger;
  readonly metrics: Metrics;
}

export function makeTelemetry(config: Pick<Config, "logLevel">): Telemetry {
  return { log: makeLogger(config.logLevel), metrics: makeMetrics() };
}
