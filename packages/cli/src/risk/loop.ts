/** `customhouse risk loop`. */
import {
  type LoopSummary,
  READY_SCHEMA,
  readSchema,
  runLoop,
  summaryOf,
  type Week,
  weeksIn,
} from "@customhouse/history";
import { USUAL_SETTINGS } from "@customhouse/learning";
import { joined } from "@customhouse/learning/tables";
import { Progress } from "../progress.ts";
import { opened, tableOf } from "./files.ts";

interface Options {
  readonly data: readonly string[];
  readonly target: string;
  readonly date: string;
  readonly schema?: string;
  readonly knownDays: number;
  readonly inspect: number;
  readonly byChance: number;
  readonly members: number;
  readonly trees: number;
  readonly seed: number;
  readonly json?: boolean;
}

/** Half a year: how well it does once it has learnt. */
const LAST_WEEKS = 26;

export async function playLoop(options: Options): Promise<void> {
  const schemaFile = options.schema ?? READY_SCHEMA;
  const schema = await opened(schemaFile, () => readSchema(schemaFile));
  const tables = [];
  for (const file of options.data) tables.push(await tableOf(file));
  const { target, date, knownDays, members, trees, seed } = options;
  const loop = {
    table: joined(tables),
    schema,
    target,
    date,
    knownDays,
    inspect: options.inspect / 100,
    byChance: options.byChance / 100,
    settings: { ...USUAL_SETTINGS, trees },
    members,
    seed,
  };
  const progress = new Progress("weeks", weeksIn(loop).weeks.length);
  const weeks: Week[] = [];
  for await (const week of runLoop(loop)) {
    weeks.push(week);
    if (options.json) console.log(JSON.stringify(week));
    progress.step();
  }
  progress.end();
  const all = summaryOf(weeks);
  const last = summaryOf(weeks.slice(-LAST_WEEKS));
  console.log(
    options.json
      ? JSON.stringify({ all, last })
      : [
          `${all.weeks} weeks, ${options.inspect} % inspected, ${options.byChance} % of that by chance`,
          line("all weeks", all),
          line(`last ${last.weeks}`, last),
        ].join("\n"),
  );
}

function line(name: string, summary: LoopSummary): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const { hitRate, recall, fraudShare, estimatedFraudShare } = summary;
  return `${name}: ${percent(hitRate)} of the inspections hit, ${percent(recall)} of the frauds found; fraud ${percent(fraudShare)} of all, ${percent(estimatedFraudShare)} as estimated from the inspections`;
}
