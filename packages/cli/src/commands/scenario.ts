/** `customhouse scenario run`: plays published scenario folders against a server in this process. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Command } from "commander";
import { EXIT } from "../exit-codes.ts";
import { UserError } from "../fail.ts";
import { Progress } from "../progress.ts";
import { type Played, playScenario } from "../scenario/play.ts";
import { parseStepsFile, readScenario, type StepsFile } from "../scenario/read-folder.ts";

interface Options {
  readonly country: string;
  readonly steps?: string;
  readonly json?: boolean;
}

/** Published triggers of a test service live in an overlay; without one the country itself is played. */
const OVERLAY: Readonly<Record<string, string>> = { gb: "gb+trade-test" };

export function addScenario(program: Command): void {
  const scenario = program.command("scenario").description("published scenarios");
  scenario
    .command("run")
    .description(
      "play scenario folders against a server in this process, with a clock of their own",
    )
    .requiredOption("--country <code>", "country folder, for example gb")
    .option("--steps <file>", "JSON: steps for folders that hold no step file")
    .option("--json", "one JSON object a line")
    .argument("<folders...>")
    .action(async (folders: string[], options: Options) => {
      const steps = options.steps === undefined ? {} : await readSteps(options.steps);
      await run(folders, steps, options);
      process.exitCode = EXIT.ok;
    });
}

async function readSteps(file: string): Promise<StepsFile> {
  try {
    return parseStepsFile(await readFile(file, "utf8"));
  } catch (error) {
    throw new UserError(
      `${file}: ${(error as Error).message}`,
      "See conformance/gb/steps.json for the form.",
    );
  }
}

async function run(folders: readonly string[], steps: StepsFile, options: Options): Promise<void> {
  // Loaded here: the other commands do not need the server and start in half the time without it.
  const { openServerStage } = await import("../scenario/server-stage.ts");
  const stage = await openServerStage(OVERLAY[options.country] ?? options.country);
  const progress = new Progress("scenarios", folders.length);
  try {
    for (const folder of folders) {
      const scenario = await readScenario(folder);
      const name = path.basename(path.resolve(folder));
      // A folder that holds later messages of its own says itself what happens next.
      const extra =
        scenario.messages.length > declarationsOf(scenario.messages) ? [] : (steps[name] ?? []);
      const played = await playScenario(stage, { ...scenario, name }, extra);
      console.log(options.json ? JSON.stringify(played) : plainText(played));
      progress.step();
    }
  } finally {
    progress.end();
    await stage.close();
  }
}

/** Files that are not named as a later step are declarations. */
function declarationsOf(messages: readonly { readonly file: string }[]): number {
  return messages.filter(
    ({ file }) =>
      !/amend|cancel|GPN|GAN|arrival|movement|EA[ALC]|EDL|CST/i.test(path.basename(file)),
  ).length;
}

function plainText(played: Played): string {
  const steps = played.steps.map(
    ({ step, outcome, told }) => `  ${step}: ${outcome} ${told.join(" ")}`,
  );
  return [`${played.scenario}: ${played.actual.join(" ")}`, ...steps].join("\n");
}
