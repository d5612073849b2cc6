/** `customhouse risk score`. */
import { writeFile } from "node:fs/promises";
import { scoresAsCsv } from "@customhouse/history";
import { score } from "@customhouse/learning";
import { columnOf } from "@customhouse/learning/tables";
import { modelOf, opened, tableOf } from "./files.ts";

interface Options {
  readonly model: string;
  readonly data: string;
  readonly out: string;
}

export async function scoreTable(options: Options): Promise<void> {
  const { model } = await modelOf(options.model);
  const table = await tableOf(options.data);
  const { id } = model.profiles.schema;
  const text = scoresAsCsv(columnOf(table, id), id, score(model, table));
  await opened(options.out, () => writeFile(options.out, text));
  console.log(`${options.out}: ${table.rows} scores`);
}
