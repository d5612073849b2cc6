/** `customhouse convert`: any accepted form to the canonical XML or JSON. */
import { encodeJson, encodeXml } from "@customhouse/messages";
import { type Command, Option } from "commander";
import { UserError } from "../fail.ts";
import { readInput } from "../files.ts";
import { readAny } from "../read-any.ts";

interface Options {
  readonly to: "json" | "xml";
  readonly country?: string;
}

export function addConvert(program: Command): void {
  program
    .command("convert")
    .description("write the canonical form of a message to standard output")
    .addOption(new Option("--to <form>").choices(["json", "xml"]).makeOptionMandatory())
    .option("--country <code>", "profile to read with; without it the one that knows the message")
    .argument("<file>")
    .action(async (file: string, options: Options) => {
      const read = await readAny(await readInput(file), options.country);
      if (!read.ok) {
        throw new UserError(
          `${file} is not a message that can be converted (${read.problems.join("; ")})`,
          "Run `customhouse validate` on it to see every error.",
        );
      }
      const { document, messageType, profile } = read.message;
      if (!read.sure) {
        process.stderr.write(`read as a message of ${profile.country}; --country names another\n`);
      }
      const text =
        options.to === "json"
          ? encodeJson(document, messageType, profile)
          : encodeXml(document, messageType, profile);
      process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
    });
}
