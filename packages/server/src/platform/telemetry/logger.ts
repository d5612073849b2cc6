/** The log. Never the content of a message, a token or a name: ids, codes and times only. */
import { type Logger, pino } from "pino";

export type { Logger } from "pino";

export function makeLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["*.authorization", "*.password", "*.token", "*.secret"], remove: true },
  });
}
