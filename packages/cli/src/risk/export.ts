/** `customhouse risk export`: what the server has learnt from, as Parquet by day, for replay and analysis elsewhere. */

import { exportHistory } from "@customhouse/history";
import { isDay } from "@customhouse/model";
import { type Command, InvalidArgumentError } from "commander";
import { addServerOptions, connect, type ServerOptions } from "../connection/connect.ts";
import { Progress } from "../progress.ts";

interface Options extends ServerOptions {
  readonly out: string;
  readonly since?: string;
  readonly pageSize: number;
  readonly json?: boolean;
}

const MAX_PAGE = 2_000;

export function addExport(risk: Command): void {
  addServerOptions(
    risk
      .command("export")
      .description("append what is new to a history of Parquet files, one folder a day"),
  )
    .requiredOption("--out <folder>", "folder of the history; made when it is not there")
    .option("--since <day>", "leave out what is played before this day", day)
    .option("--page-size <count>", "facts of one request", pageSize, MAX_PAGE)
    .option("--json", "one JSON object")
    .action(exportFacts);
}

async function exportFacts(options: Options): Promise<void> {
  const { out: folder, since, pageSize: limit } = options;
  const { risk } = await connect(options);
  const progress = new Progress("facts");
  const { upTo, facts } = await exportHistory({
    folder,
    since,
    read: (after) => risk.facts(after, limit),
    onFacts: (now) => progress.reach(now),
  });
  progress.end();
  console.log(
    options.json
      ? JSON.stringify({ folder, upTo, facts })
      : `${folder}: ${facts} facts, up to position ${upTo}`,
  );
}

/** An ISO day. */
export function day(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError("It must be a day such as 2026-03-01.");
}

function pageSize(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= MAX_PAGE) return value;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_PAGE}.`);
}
