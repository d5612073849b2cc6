/** Starts the server from the environment. `customhouse start` calls this; so may a container. */
import { makeConfig } from "./platform/config/config.ts";
import { ConfigurationError, readEnvironment } from "./platform/config/env.ts";
import { demoPassword } from "./platform/identity/users.ts";
import { type RunningServer, start } from "./start.ts";
import { realFactories } from "./wiring.ts";

async function main(): Promise<void> {
  const config = makeConfig(readEnvironment());
  const server = await start(config, realFactories);
  process.stdout.write(greeting(server));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      server.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function greeting(server: RunningServer): string {
  const lines = [
    `Customhouse is at ${server.url}  (API: ${server.url}/docs, issuer: ${server.issuer})`,
    ...server.users.map((user) => {
      const about = user.tin ?? user.agency ?? user.office ?? "";
      const password = demoPassword(server.secrets, user.username);
      return `  ${user.username.padEnd(14)} ${password}  ${user.role} ${about}`;
    }),
  ];
  return `${lines.join("\n")}\n`;
}

main().catch((problem: unknown) => {
  const told = problem instanceof ConfigurationError ? problem.message : problem;
  process.stderr.write(`${told instanceof Error ? told.stack : told}\n`);
  process.exit(1);
});
