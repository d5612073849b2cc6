/** `customhouse`: one file per noun, the same exit codes everywhere. */

import { UnknownCountryError } from "@customhouse/server/countries";
import { Command, CommanderError } from "commander";
import { addConvert } from "./commands/convert.ts";
import { addScenario } from "./commands/scenario.ts";
import { addStart } from "./commands/start.ts";
import { addValidate } from "./commands/validate.ts";
import { EXIT } from "./exit-codes.ts";
import { UserError } from "./fail.ts";

const program = new Command("customhouse")
  .description("An open Customs Single Window on the WCO Data Model")
  .version("0.1.0")
  .addHelpText("after", "\nExit codes: 0 done, 1 done and the answer is no, 2 could not run.")
  .exitOverride();

addStart(program);
addValidate(program);
addConvert(program);
addScenario(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = tell(error);
}

function tell(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.failed;
  if (error instanceof UserError) {
    process.stderr.write(`${error.message}\n${error.whatToDo}\n`);
    return EXIT.failed;
  }
  if (error instanceof UnknownCountryError) {
    process.stderr.write(`${error.message}\nCountries are the folders under countries/.\n`);
    return EXIT.failed;
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return EXIT.failed;
}
