/** `customhouse start`: a whole country in a box, and every address that matters. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import {
  ConfigurationError,
  demoPassword,
  makeConfig,
  type RunningServer,
  readEnvironment,
  realFactories,
  start,
} from "@customhouse/server";
import type { Command } from "commander";
import { EXIT } from "../exit-codes.ts";
import { UserError } from "../fail.ts";

const ROOT = path.resolve(import.meta.dirname, "../../../..");
const WEB = path.join(ROOT, "packages/web");

export function addStart(program: Command): void {
  program
    .command("start")
    .description(
      "start the server; PORT, HOST, DATABASE_URL and CUSTOMHOUSE_* settings come from the environment",
    )
    .option("--country <code>", "country folder, for example xa or gb")
    .action(async (options: { country?: string }) => {
      const startedMs = performance.now();
      const web = buildPortal();
      const server = await start(configOf(options.country, web), realFactories);
      process.stdout.write(
        greeting(server, options.country ?? "xa", performance.now() - startedMs),
      );
      await untilAsked();
      process.stdout.write("stopping: finishing what was begun\n");
      await server.stop();
      process.exitCode = EXIT.ok;
    });
}

function configOf(country: string | undefined, web: string | undefined) {
  try {
    const config = makeConfig(
      readEnvironment({
        ...process.env,
        ...(country === undefined ? {} : { CUSTOMHOUSE_COUNTRY: country }),
      }),
    );
    return {
      ...config,
      ...(config.webDir === undefined && web !== undefined ? { webDir: web } : {}),
    };
  } catch (error) {
    if (error instanceof ConfigurationError)
      throw new UserError(error.message, "Mend the settings and start again.");
    throw error;
  }
}

/** The portal is built once; a changed checkout is built by `npm run build:web`. */
function buildPortal(): string | undefined {
  const built = path.join(WEB, "dist");
  if (existsSync(path.join(built, "index.html"))) return built;
  if (!existsSync(path.join(WEB, "index.html"))) return undefined;
  process.stdout.write("building the portal (first start only)\n");
  const vite = path.join(ROOT, "node_modules/vite/bin/vite.js");
  const result = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: WEB,
    stdio: "inherit",
  });
  return result.status === 0 ? built : undefined;
}

function greeting(server: RunningServer, country: string, ms: number): string {
  const users = server.users.map(({ username, role, tin, agency, office }) => {
    const who = tin ?? agency ?? office ?? "";
    return `    ${username.padEnd(14)} ${demoPassword(server.secrets, username)}   ${role} ${who}`;
  });
  return [
    "",
    `  Customhouse (${country}) is running; it took ${(ms / 1000).toFixed(1)} s.`,
    "",
    `  Portal     ${server.url}`,
    `  API        ${server.url}/docs`,
    `  Issuer     ${server.issuer}`,
    "",
    ...(users.length === 0 ? [] : ["  Demo users (this machine only):", ...users, ""]),
    "  Lodge a declaration from another terminal:",
    "",
    "    npx customhouse submit countries/xa/samples/import.xml --as trader --follow",
    "",
    "",
  ].join("\n");
}

function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
