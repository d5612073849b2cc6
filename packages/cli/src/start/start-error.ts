/** Why a server did not start, in plain words. */
import { ConfigurationError, DataFolderInUseError, OtherCountryError } from "@customhouse/server";
import { UserError } from "../fail.ts";

const TOO_LOW = 1024;

/** The error itself when it is none that the user can mend. */
export function plainStartError(error: unknown, port: number, host: string): unknown {
  if (error instanceof ConfigurationError) {
    return new UserError(error.message, "Mend the settings and start again.");
  }
  if (!(error instanceof Error)) return error;
  const { code } = error as { code?: string };
  if (code === "EADDRINUSE") {
    return new UserError(
      `Port ${port} is in use by another program.`,
      `Stop it, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (code === "EACCES" && port < TOO_LOW) {
    return new UserError(
      `Port ${port} needs more rights than you have.`,
      "Choose one above 1023: PORT=8080 npm start",
    );
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new UserError(`This machine has no address ${host}.`, "Leave HOST out, or correct it.");
  }
  if (error instanceof OtherCountryError) {
    return new UserError(error.message, "Each country needs a data folder of its own.");
  }
  if (error instanceof DataFolderInUseError) {
    return new UserError(
      "A Customhouse server with this data folder is running already.",
      "Stop it, or give this one its own: CUSTOMHOUSE_DATA_DIR=./.customhouse-2 PORT=8081 npm start",
    );
  }
  return error;
}
