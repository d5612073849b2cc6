/** `customhouse quote`: what a declaration would cost, line by line, with every step; nothing is lodged. */
import { type Quote, quote } from "@customhouse/clearance";
import { decode } from "@customhouse/messages";
import { type Country, formatPointer, isDay, legalDay } from "@customhouse/model";
import { loadCountry } from "@customhouse/server/countries";
import type { Command } from "commander";
import { EXIT } from "../exit-codes.ts";
import { UserError } from "../fail.ts";
import { readInput } from "../files.ts";
import { withMeasures } from "../measures-file.ts";
import { Progress } from "../progress.ts";

interface Options {
  readonly country: string;
  readonly measures?: string;
  readonly on?: string;
  readonly knownOn?: string;
  readonly json?: boolean;
}

export function addQuote(program: Command): void {
  program
    .command("quote")
    .description("compute duties and taxes of declarations; exit 1 when something cannot be known")
    .requiredOption("--country <code>", "country folder, for example xa or gb")
    .option("--measures <file>", "tariff measures (JSON) to use instead of the country's own")
    .option("--on <day>", "date of acceptance, for example 2026-03-01; default today")
    .option("--known-on <day>", "with what was known on this day; default the same day")
    .option("--json", "one JSON object a line")
    .argument("<files...>")
    .action(async (files: string[], options: Options) => {
      const country = await withMeasures(await loadCountry(options.country), options.measures);
      const at = {
        on: day(options.on, country),
        knownOn: day(options.knownOn ?? options.on, country),
      };
      const progress = new Progress("quoted", files.length);
      let worst: number = EXIT.ok;
      for (const file of files) {
        const found = quote(await declarationIn(file, country), country, at);
        console.log(options.json ? JSON.stringify({ file, ...found }) : plainText(file, found));
        if (found.findings.some((finding) => finding.code !== "document-would-help"))
          worst = Math.max(worst, EXIT.no);
        progress.step();
      }
      progress.end();
      process.exitCode = worst;
    });
}

function day(text: string | undefined, country: Country): string {
  if (text === undefined) return legalDay(new Date(), country);
  if (isDay(text)) return text;
  throw new UserError(`${text} is not a day`, "Write it as 2026-03-01.");
}

async function declarationIn(file: string, country: Country) {
  const { document, findings } = decode(await readInput(file), { profile: country.messages });
  if (document?.Declaration !== undefined && findings.length === 0) return document.Declaration;
  const [first] = findings;
  const why = first === undefined ? "" : `: ${first.message} (${formatPointer(first.pointer)})`;
  throw new UserError(
    `${file} is not a declaration that can be read${why}`,
    "Run `customhouse validate` on it to see every error.",
  );
}

function plainText(file: string, found: Quote): string {
  const lines = found.items.flatMap(({ item, customsValue, lines: taxes }) => [
    `  item ${item}: customs value ${customsValue ?? "unknown"}`,
    ...taxes.map((line) => {
      const rate = line.ratePercent === undefined ? "" : ` ${line.ratePercent} % of ${line.base}`;
      const less = line.deducted === undefined ? "" : `, relief ${line.deducted}`;
      return `    ${line.taxType}${rate}: ${line.amount}${less}, to pay ${line.payable} (${line.legalReference})`;
    }),
  ]);
  const findings = found.findings.map(
    ({ item, code, detail }) => `  item ${item}: ${code} ${detail}`,
  );
  const checks = found.checks.map(
    ({ item, agency, check }) => `  item ${item}: ${agency} will check (${check})`,
  );
  const total = `  to pay ${found.payable} ${found.currency}, landed ${found.landedCost ?? "unknown"}`;
  return [file, ...lines, ...checks, ...findings, total].join("\n");
}
