/** Parties to be screened from a CSV file: id and name, and aliases, schema, country, birth_date, identifiers, address. */
import { type Party, partyProblem, ScreeningError } from "@customhouse/screening";
import { partyOfRow } from "@customhouse/screening/lists";
import { type BrokenRow, readRows } from "./read-rows.ts";

const MAX_PARTIES = 5_000_000;

export interface PartiesFile {
  readonly parties: readonly Party[];
  /** Rows that cannot be screened. The others can. */
  readonly broken: readonly BrokenRow[];
}

export async function readParties(file: string): Promise<PartiesFile> {
  const parties: Party[] = [];
  const broken: BrokenRow[] = [];
  await readRows(file, {
    required: ["id", "name"],
    onBroken: (row) => broken.push(row),
    onRow: (row, number) => {
      if (parties.length >= MAX_PARTIES) throw new ScreeningError("CH4422", `row ${number}`);
      const party = partyOfRow(row);
      const why = partyProblem(party);
      if (why === undefined) parties.push(party);
      else broken.push({ row: number, why });
    },
  });
  return { parties, broken };
}
