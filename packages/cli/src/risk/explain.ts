/** `customhouse risk explain`: what moved the score of one declaration, largest first. For officers only. */
import { explain } from "@customhouse/learning";
import { columnOf } from "@customhouse/learning/tables";
import { UserError } from "../fail.ts";
import { modelOf, tableOf } from "./files.ts";

interface Options {
  readonly model: string;
  readonly data: string;
  readonly id: string;
  readonly json?: boolean;
}

const SHOWN = 12;

export async function explainRow(options: Options): Promise<void> {
  const { model } = await modelOf(options.model);
  const table = await tableOf(options.data);
  const row = columnOf(table, model.profiles.schema.id).indexOf(options.id);
  if (row < 0) {
    throw new UserError(`There is no row ${options.id}`, "Name a row by its identifier.");
  }
  const found = explain(model, table, row);
  if (options.json) {
    console.log(JSON.stringify({ id: options.id, ...found }));
    return;
  }
  const lines = found.contributions.slice(0, SHOWN).map(({ feature, value, logOdds }) => {
    const had = value === undefined ? "missing" : String(Number(value.toPrecision(4)));
    return `  ${logOdds >= 0 ? "+" : "-"}${Math.abs(logOdds).toFixed(3)}  ${feature} = ${had}`;
  });
  console.log(
    [
      `${options.id}: probability ${(found.probability * 100).toFixed(1)} %`,
      `  ${found.expectedLogOdds.toFixed(3)}  log-odds of any declaration`,
      ...lines,
    ].join("\n"),
  );
}
