/** `customhouse risk generate`. */

import { writeFile } from "node:fs/promises";
import { seeded } from "@customhouse/learning";
import { DAY_MS, isDay } from "@customhouse/model";
import { plantedFrauds } from "@customhouse/simulator/planted-frauds";
import { UserError } from "../fail.ts";
import { opened } from "./files.ts";

interface Options {
  readonly out: string;
  readonly rows: number;
  readonly seed: number;
  readonly from: string;
}

export async function generateTable({ out, rows, seed, from }: Options): Promise<void> {
  if (!isDay(from)) {
    throw new UserError(`${from} is not a day`, "Write it as 2026-03-01.");
  }
  const table = plantedFrauds({
    rows,
    from,
    world: seeded(seed),
    // The same country in another year declares something else.
    random: seeded(seed + Math.floor(Date.parse(from) / DAY_MS)),
  });
  const text = `${table.map((row) => row.join(",")).join("\n")}\n`;
  await opened(out, () => writeFile(out, text));
  console.log(`${out}: ${rows} invented declarations. This is a simulation, not trade.`);
}
