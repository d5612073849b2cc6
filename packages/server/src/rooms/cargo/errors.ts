/** Errors about alarms of containers. */
import { define, type HttpErrorDefinition } from "../../platform/error-definition.ts";

export const cargoErrors = {
  tooManyAlarms: define(
    "CH8137",
    429,
    "Too many alarms of this container",
    "A hundred alarms of the container were reported within a day.",
    "Look at the device that raises them, and report the next one tomorrow.",
  ),
} as const satisfies Record<string, HttpErrorDefinition>;
