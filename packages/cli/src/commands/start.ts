/** `customhouse start`: a whole country in a box, and every address that matters. */
import type { Command } from "commander";

export function addStart(program: Command): void {
  program
    .command("start")
    .description(
      "start the server; PORT, HOST, DATABASE_URL and CUSTOMHOUSE_* settings come from the environment",
    )
    .option("--country <code>", "country folder, for example xa or gb")
    .action(async ({ country }: { readonly country?: string }) => {
      const { runServer } = await import("../start/run-server.ts");
      process.exitCode = await runServer(country);
    });
}
