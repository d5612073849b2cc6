/** `customhouse tariff`: import a tariff, try it on recent declarations, put it in force, take it back. */
import type { TariffVersion } from "@customhouse/api/tariff/versions";
import type { Measure } from "@customhouse/model";
import { type Command, InvalidArgumentError } from "commander";
import { addServerOptions, connect, type ServerOptions } from "../connection/connect.ts";
import { measuresIn } from "../measures-file.ts";

interface Options extends ServerOptions {
  readonly json?: boolean;
}
interface ImportOptions extends Options {
  readonly note: string;
}
interface CanaryOptions extends Options {
  readonly declarations?: number;
}

export function addTariff(program: Command): void {
  const noun = program.command("tariff").description("import, try, activate and roll back tariffs");
  output(noun.command("list").description("imported tariffs, newest first")).action(
    async (options: Options) => {
      for (const found of await (await connect(options)).tariff.versions()) tell(found, options);
    },
  );
  output(
    noun
      .command("import")
      .description("import measures, JSON or CSV, as a draft; exit 1 when rows are wrong")
      .argument("<file>")
      .requiredOption("--note <text>", "what it is and where it comes from"),
  ).action(async (file: string, options: ImportOptions) => {
    // Not checked here: the server names every row that is wrong.
    const measures = await measuresIn(file);
    tell(
      await (await connect(options)).tariff.import(measures as Measure[], options.note),
      options,
    );
  });
  output(
    noun
      .command("canary")
      .description("assess recent declarations with it and tell what would change")
      .argument("<version>", "its number", version)
      .option("--declarations <count>", "how many; default 500", version),
  ).action(async (number: number, options: CanaryOptions) => {
    tell(await (await connect(options)).tariff.canary(number, options.declarations), options);
  });
  output(
    noun
      .command("activate")
      .description("put it in force, at once")
      .argument("<version>", "its number", version),
  ).action(async (number: number, options: Options) => {
    tell(await (await connect(options)).tariff.activate(number), options);
  });
  output(noun.command("rollback").description("back to the one before, in one step")).action(
    async (options: Options) => {
      const { version: now } = await (await connect(options)).tariff.rollBack();
      const text =
        now === 0 ? "the country's own measures are in force" : `version ${now} is in force`;
      console.log(options.json ? JSON.stringify({ version: now }) : text);
    },
  );
}

function version(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is a number from 1.");
}

function output(command: Command): Command {
  return addServerOptions(command).option("--json", "one JSON object a line");
}

interface Report {
  readonly declarations: number;
  readonly changed: number;
  readonly totalBefore: string;
  readonly totalAfter: string;
}

function tell(found: TariffVersion, { json }: Options): void {
  if (json) {
    console.log(JSON.stringify(found));
    return;
  }
  console.log(`${found.version}  ${found.state}  ${found.measureCount} measures  ${found.note}`);
  const report = found.report as Report | undefined;
  if (report === undefined) return;
  const { declarations, changed, totalBefore, totalAfter } = report;
  console.log(
    `   ${changed} of ${declarations} declarations would change: ${totalBefore} -> ${totalAfter}`,
  );
}
