/** `customhouse bank`: the simulated bank of a demo country, beside the server that was started here. */
import { loadSecrets, providerSecret } from "@customhouse/server/secrets";
import { startBank } from "@customhouse/simulator/bank";
import { type Command, InvalidArgumentError } from "commander";
import { readRunning } from "../connection/running-server.ts";
import { dataDirOf, readSettings } from "../connection/settings.ts";
import { UserError } from "../fail.ts";
import { untilAsked } from "../start/signals.ts";

interface Options {
  readonly port: number;
}

export function addBank(program: Command): void {
  program
    .command("bank")
    .description("start a bank that does not exist, to try payments with (simulation)")
    .option("--port <port>", "where it listens", port, 8090)
    .action(async (options: Options) => {
      const dataDir = dataDirOf(readSettings());
      const running = await readRunning(dataDir);
      if (running === undefined) {
        throw new UserError("No server was started here.", "Run `npm start` first.");
      }
      const bank = await startBank({
        port: options.port,
        callbackUrl: `${running.url}/v1/payments/callback`,
        secret: providerSecret(await loadSecrets(dataDir)),
      });
      console.log(`Simulated bank: ${bank.url} (no money moves). Ctrl-C stops it.`);
      await untilAsked(() => process.exit(1));
      await bank.stop();
    });
}

function port(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number < 65_536) return number;
  throw new InvalidArgumentError("It is a number from 0 to 65535.");
}
