/** `customhouse validate`: every error of every file, nothing stored, no server needed. */
import { type Country, formatPointer, legalDay } from "@customhouse/model";
import { checkMessage, type ValidationReport } from "@customhouse/server/check-message";
import { loadCountry } from "@customhouse/server/countries";
import type { Command } from "commander";
import { EXIT } from "../exit-codes.ts";
import { UserError } from "../fail.ts";
import { readInput } from "../files.ts";
import { Progress } from "../progress.ts";

interface Options {
  readonly country: string;
  readonly json?: boolean;
}

interface Report extends ValidationReport {
  readonly file: string;
}

export function addValidate(program: Command): void {
  program
    .command("validate")
    .description(
      "check messages against a country's profile; exit 0 all valid, 1 some invalid, 2 could not run",
    )
    .requiredOption("--country <code>", "country folder, for example xa or gb")
    .option("--json", "one JSON object a line")
    .argument("<files...>")
    .action(async (files: string[], options: Options) => {
      const country = await loadCountry(options.country);
      const progress = new Progress("validated", files.length);
      let worst: number = EXIT.ok;
      for (const file of files) {
        worst = Math.max(worst, await validateFile(file, country, options));
        progress.step();
      }
      progress.end();
      process.exitCode = worst;
    });
}

/** A file that cannot be read does not keep the others from being checked; the exit code tells. */
async function validateFile(file: string, country: Country, options: Options): Promise<number> {
  try {
    const today = legalDay(new Date(), country);
    const report = { file, ...checkMessage(await readInput(file), country, today) };
    console.log(options.json ? jsonLine(report) : plainText(report));
    return report.valid ? EXIT.ok : EXIT.no;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.message}\n${error.whatToDo}\n`);
    return EXIT.failed;
  }
}

function jsonLine({ file, valid, messageType, findings, unexamined }: Report): string {
  const errors = findings.map(({ code, path, pointer, message, found, allowed, fix }) => ({
    code,
    path,
    pointer: formatPointer(pointer),
    message,
    ...(found === undefined ? {} : { found }),
    ...(allowed === undefined ? {} : { allowed }),
    ...(fix === undefined ? {} : { fix }),
  }));
  return JSON.stringify({
    file,
    valid,
    messageType: messageType ?? null,
    errors,
    ...(unexamined === undefined ? {} : { unexamined }),
  });
}

function plainText({ file, valid, messageType, findings, unexamined }: Report): string {
  const open =
    unexamined === undefined
      ? []
      : [
          `  Not looked up, as no server was asked: ${unexamined.join(", ")}.`,
          "  Lodging may find more; POST /v1/validate of a server asks its records.",
        ];
  if (valid) return [`${file}: valid ${messageType}`, ...open].join("\n");
  const lines = findings.map((finding) => {
    const where = formatPointer(finding.pointer);
    const found = finding.found === undefined ? "" : `\n      found: ${finding.found}`;
    const allowed = finding.allowed === undefined ? "" : `\n      allowed: ${finding.allowed}`;
    return `  ${finding.code} ${finding.message}\n      at ${finding.path} (${where})${found}${allowed}`;
  });
  return [`${file}: not valid, ${findings.length} found`, ...lines, ...open].join("\n");
}
