/** Starts the server, greets, waits to be asked to stop. Loaded by `customhouse start` alone: the server is large. */
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type Config,
  demoPassword,
  loadCountry,
  makeConfig,
  type RunningServer,
  readEnvironment,
  realFactories,
  start,
} from "@customhouse/server";
import { removeRunning, writeRunning } from "../connection/running-server.ts";
import { CLIENT_SETTINGS, readSettings, type Settings } from "../connection/settings.ts";
import { EXIT } from "../exit-codes.ts";
import { commandToCopy, type GreetingFacts, greeting } from "./greeting.ts";
import { portalFolder } from "./portal.ts";
import { untilAsked } from "./signals.ts";
import { plainStartError } from "./start-error.ts";

const ROOT = path.resolve(import.meta.dirname, "../../../..");
const READY_TIMEOUT_MS = 10_000;
const READY_POLL_MS = 50;

export async function runServer(country: string | undefined): Promise<number> {
  const startedMs = performance.now();
  const settings = readSettings();
  const plain = configOf(country, settings);
  // A mistyped country is told at once, not after the portal was built.
  const { simulation } = await loadCountry(plain.country);
  const config = { ...plain, webDir: plain.webDir ?? portalFolder(ROOT) };
  const server = await startOrExplain(config);
  await writeRunning(config.dataDir, { url: server.url, issuer: server.issuer, pid: process.pid });
  // Listened for before anything is said: who reads the greeting may stop the server at once.
  const asked = untilAsked(() => {
    process.stderr.write("stopped at once; what was acknowledged is stored\n");
    process.exit(EXIT.failed);
  });
  await untilReady(server.url);
  const tookMs = performance.now() - startedMs;
  const command = commandToCopy(ROOT, config.country, settings);
  process.stdout.write(greet(server, config, { tookMs, command, simulation: simulation?.en }));
  await asked;
  process.stdout.write("stopping: finishing what was begun; Ctrl-C again stops at once\n");
  await removeRunning(config.dataDir);
  await server.stop();
  return EXIT.ok;
}

function configOf(country: string | undefined, settings: Settings): Config {
  const own = Object.entries(settings).filter(([name]) => !CLIENT_SETTINGS.has(name));
  try {
    return makeConfig(
      readEnvironment({
        // Every request is a line at `info`: too much for a terminal that somebody looks at.
        CUSTOMHOUSE_LOG_LEVEL: "warn",
        ...Object.fromEntries(own),
        ...(country === undefined ? {} : { CUSTOMHOUSE_COUNTRY: country.toLowerCase() }),
      }),
    );
  } catch (error) {
    throw plainStartError(error, 0, "");
  }
}

async function startOrExplain(config: Config): Promise<RunningServer> {
  try {
    return await start(config, realFactories);
  } catch (error) {
    throw plainStartError(error, config.port, config.host);
  }
}

async function untilReady(url: string): Promise<void> {
  const end = performance.now() + READY_TIMEOUT_MS;
  while (performance.now() < end) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(READY_POLL_MS);
  }
  // A public address may not be reachable from here; the server itself is up.
  process.stderr.write(`${url}/readyz does not say ready yet.\n`);
}

function greet(
  server: RunningServer,
  config: Config,
  facts: Pick<GreetingFacts, "tookMs" | "command" | "simulation">,
): string {
  return greeting({
    ...facts,
    country: config.country,
    url: server.url,
    issuer: server.issuer,
    hasPortal: config.webDir !== undefined,
    users: server.users.map(({ username, role, tin, agency, office }) => ({
      username,
      password: demoPassword(server.secrets, username),
      role,
      actsFor: tin ?? agency ?? office ?? "",
    })),
  });
}
