/** Which server, as whom: from options, the environment and what `customhouse start` wrote down. */
import { type CustomhouseClient, clientCredentials, makeClient } from "@customhouse/client";
import type { Command } from "commander";
import { UserError } from "../fail.ts";
import { type Credentials, demoCredentials } from "./demo-credentials.ts";
import { readRunning } from "./running-server.ts";
import { dataDirOf, defaultUrl, readSettings, type Settings } from "./settings.ts";

export interface ServerOptions {
  readonly url?: string;
  readonly as?: string;
  readonly purpose?: string;
}

export interface TokenOptions extends ServerOptions {
  readonly issuer?: string;
  readonly clientId?: string;
}

export interface TokenSource {
  readonly issuer: string;
  readonly token: () => Promise<string>;
}

export function addServerOptions(command: Command): Command {
  return command
    .option("--as <user>", "demo user: trader, broker, officer, agency, ...")
    .option("--url <url>", "address of the server; else CUSTOMHOUSE_URL, else the one started here")
    .option("--purpose <why>", "officers: control, query, appeal, audit or risk-analysis");
}

export async function connect(options: ServerOptions): Promise<CustomhouseClient> {
  const settings = readSettings();
  const url = await urlOf(options, settings);
  const { token } = await tokenSource(options, settings);
  return makeClient({ url, token, purpose: options.purpose, fetch: plainFetch(url) });
}

/** For what needs no sign-in. */
export async function connectOpen(options: ServerOptions): Promise<CustomhouseClient> {
  const url = await urlOf(options, readSettings());
  return makeClient({ url, fetch: plainFetch(url) });
}

/** Demo user, else a token of the environment, else a machine's own credentials. */
export async function tokenSource(
  options: TokenOptions,
  settings: Settings = readSettings(),
): Promise<TokenSource> {
  const issuer = await issuerOf(options, settings);
  const given = settings.CUSTOMHOUSE_TOKEN;
  if (options.as === undefined && options.clientId === undefined && given !== undefined) {
    return { issuer, token: async () => given };
  }
  const credentials = await credentialsOf(options, settings);
  const fetch = tokenFetch(issuer, options.as);
  return { issuer, token: clientCredentials({ issuer, ...credentials, fetch }) };
}

async function credentialsOf(options: TokenOptions, settings: Settings): Promise<Credentials> {
  if (options.as !== undefined) return demoCredentials(dataDirOf(settings), options.as);
  const clientId = options.clientId ?? settings.CUSTOMHOUSE_CLIENT_ID;
  const clientSecret = settings.CUSTOMHOUSE_CLIENT_SECRET;
  if (clientId !== undefined && clientSecret !== undefined) return { clientId, clientSecret };
  throw new UserError(
    "Who you are is not said.",
    "Add --as trader (or another demo user), or set CUSTOMHOUSE_TOKEN, or CUSTOMHOUSE_CLIENT_ID and CUSTOMHOUSE_CLIENT_SECRET.",
  );
}

async function urlOf({ url }: ServerOptions, settings: Settings): Promise<string> {
  const given = url ?? settings.CUSTOMHOUSE_URL;
  if (given === undefined) {
    const running = await readRunning(dataDirOf(settings));
    return running?.url ?? defaultUrl(settings);
  }
  if (!URL.canParse(given) || !/^https?:/.test(given)) {
    throw new UserError(`${given} is not an address.`, "Write it like http://127.0.0.1:8080.");
  }
  return given.replace(/\/+$/, "");
}

async function issuerOf(options: TokenOptions, settings: Settings): Promise<string> {
  const given = options.issuer ?? settings.CUSTOMHOUSE_ISSUER;
  if (given !== undefined) return given.replace(/\/+$/, "");
  const url = await urlOf(options, settings);
  const running = await readRunning(dataDirOf(settings));
  return running?.url === url ? running.issuer : `${url}/oidc`;
}

/** `fetch` whose failures say what to do. */
function plainFetch(url: string): typeof fetch {
  return async (...request) => {
    try {
      return await fetch(...request);
    } catch (error) {
      if (error instanceof Error && error.name === "TimeoutError") {
        throw new UserError(`${url} did not answer in time.`, "Try again in a moment.");
      }
      throw new UserError(
        `No server answers at ${url}.`,
        "Start one with `npm start`, or name another with --url or CUSTOMHOUSE_URL.",
      );
    }
  };
}

function tokenFetch(issuer: string, user: string | undefined): typeof fetch {
  const send = plainFetch(issuer);
  return async (...request) => {
    const answer = await send(...request);
    if (answer.ok) return answer;
    throw new UserError(
      user === undefined
        ? `${issuer} gives no token for this client (status ${answer.status}).`
        : `${issuer} knows no demo user "${user}" with the secret of this data folder (status ${answer.status}).`,
      user === undefined
        ? "Check CUSTOMHOUSE_CLIENT_ID and CUSTOMHOUSE_CLIENT_SECRET."
        : "`npm start` lists the demo users. CUSTOMHOUSE_DATA_DIR has to be the server's own data folder.",
    );
  };
}
