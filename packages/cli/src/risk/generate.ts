/** `customhouse risk generate`. */
import { writeFile } from "node:fs/promises";
import { seeded } from "@customhouse/learning";
import { plantedFrauds } from "@customhouse/simulator/planted-frauds";
import { UserError } from "../fail.ts";
import { opened } from "./files.ts";

interface Options {
  readonly out: string;
  readonly rows: number;
  readonly seed: number;
  readonly from: string;
}

const DAY_MS = 86_400_000;

export async function generateTable({ out, rows, seed, from }: Options): Promise<void> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from) || Number.isNaN(Date.parse(from))) {
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
