/** `customhouse status`: where a declaration stands, what happens next and who has it. */
import type { Command } from "commander";
import { addServerOptions, connect, type ServerOptions } from "../connection/connect.ts";
import { statusText } from "../follow/status-text.ts";

interface Options extends ServerOptions {
  readonly json?: boolean;
}

export function addStatus(program: Command): void {
  addServerOptions(
    program
      .command("status")
      .description("where a declaration stands; exit 1 when there is none that you may see"),
  )
    .option("--json", "one JSON object a line")
    .argument("<mrn>")
    .action(async (mrn: string, options: Options) => {
      const status = await (await connect(options)).declarations.status(mrn);
      console.log(options.json ? JSON.stringify(status) : statusText(status));
    });
}
