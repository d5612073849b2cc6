/** `customhouse`: one file per command, the same exit codes everywhere. */
import { Command } from "commander";
import { addAccount } from "./commands/account.ts";
import { addBank } from "./commands/bank.ts";
import { addCase } from "./commands/case.ts";
import { addContainer } from "./commands/container.ts";
import { addConvert } from "./commands/convert.ts";
import { addFormality, addPermit } from "./commands/formality.ts";
import { addNotifications } from "./commands/notifications.ts";
import { addQuote } from "./commands/quote.ts";
import { addReceipt } from "./commands/receipt.ts";
import { addRisk } from "./commands/risk.ts";
import { addScenario } from "./commands/scenario.ts";
import { addStart } from "./commands/start.ts";
import { addStatus } from "./commands/status.ts";
import { addSubmit } from "./commands/submit.ts";
import { addTariff } from "./commands/tariff.ts";
import { addToken } from "./commands/token.ts";
import { addTrader } from "./commands/trader.ts";
import { addValidate } from "./commands/validate.ts";
import { EXIT } from "./exit-codes.ts";
import { tellError } from "./tell-error.ts";

const program = new Command("customhouse")
  .description("An open Customs Single Window on the WCO Data Model")
  .version("0.1.0")
  .addHelpText("after", "\nExit codes: 0 done, 1 done and the answer is no, 2 could not run.")
  .exitOverride();

addStart(program);
addSubmit(program);
addStatus(program);
addNotifications(program);
addToken(program);
addValidate(program);
addConvert(program);
addScenario(program);
addQuote(program);
addFormality(program);
addPermit(program);
addTrader(program);
addAccount(program);
addContainer(program);
addCase(program);
addTariff(program);
addBank(program);
addReceipt(program);
addRisk(program);

program.hook("preAction", (_program, command) => {
  process.stdout.on("error", (error: { code?: string }) => {
    if (error.code !== "EPIPE") throw error;
    // Whoever reads us may stop early, as `head` does. A server goes on all the same.
    if (command.name() !== "start") process.exit(EXIT.ok);
  });
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = tellError(error);
}
