/** `customhouse convert`: any accepted form to the canonical XML or JSON. */
import { decode, encodeJson, encodeXml } from "@customhouse/messages";
import { loadCountry } from "@customhouse/server/countries";
import { type Command, Option } from "commander";
import { UserError } from "../fail.ts";
import { readInput } from "../files.ts";

interface Options {
  readonly to: "json" | "xml";
  readonly country?: string;
}

/** Tried in this order when no country is named: which profile knows the message decides. */
const PROFILES = ["gb", "xa"];

export function addConvert(program: Command): void {
  program
    .command("convert")
    .description("write the canonical form of a message to standard output")
    .addOption(new Option("--to <form>").choices(["json", "xml"]).makeOptionMandatory())
    .option("--country <code>", "profile to read with; without it the one that knows the message")
    .argument("<file>")
    .action(async (file: string, options: Options) => {
      const bytes = await readInput(file);
      const problems: string[] = [];
      for (const name of options.country === undefined ? PROFILES : [options.country]) {
        const { messages: profile } = await loadCountry(name);
        const { document, messageType, findings } = decode(bytes, { profile });
        const first = findings[0];
        if (document === undefined || messageType === undefined || first !== undefined) {
          problems.push(`${name}: ${first?.code ?? ""} ${first?.message ?? "not a known message"}`);
          continue;
        }
        const text =
          options.to === "json" ? encodeJson(document) : encodeXml(document, messageType, profile);
        process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
        return;
      }
      throw new UserError(
        `${file} is not a message that can be converted (${problems.join("; ")})`,
        "Run `customhouse validate` on it to see every error.",
      );
    });
}
