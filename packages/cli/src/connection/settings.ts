/** What the environment says to the command line when it talks to a server. The server's own settings are elsewhere. */
import path from "node:path";

export type Settings = Readonly<Record<string, string | undefined>>;

/** Read by clients alone: `customhouse start` passes everything but these on to the server, which knows no others. */
export const CLIENT_SETTINGS: ReadonlySet<string> = new Set([
  "CUSTOMHOUSE_URL",
  "CUSTOMHOUSE_TOKEN",
  "CUSTOMHOUSE_CLIENT_ID",
  "CUSTOMHOUSE_CLIENT_SECRET",
]);

const DEFAULT_PORT = "8080";
const DEFAULT_DATA_DIR = "./.customhouse";

/** An empty setting counts as not given, as for the server. */
export function readSettings(raw: Settings = process.env): Settings {
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== ""));
}

export function dataDirOf(settings: Settings): string {
  return path.resolve(settings.CUSTOMHOUSE_DATA_DIR ?? DEFAULT_DATA_DIR);
}

export function defaultUrl(settings: Settings): string {
  return `http://127.0.0.1:${settings.PORT ?? DEFAULT_PORT}`;
}
