/** Parties to be screened from a CSV file: id and name, and aliases, schema, country, birth_date, identifiers, address. */
import { type Party, partyProblem, SCHEMAS, ScreeningError } from "@customhouse/risk";
import { type BrokenRow, orAbsent, type Row, readRows, valuesOf } from "./rows.ts";

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
      const party = partyOf(row);
      const why = partyProblem(party);
      if (why === undefined) parties.push(party);
      else broken.push({ row: number, why });
    },
  });
  return { parties, broken };
}

function partyOf(row: Row): Party {
  return {
    id: row("id"),
    name: row("name"),
    aliases: valuesOf(row("aliases")),
    schema: SCHEMAS.find((schema) => schema === row("schema").toLowerCase()),
    country: orAbsent(row("country")),
    birthDate: orAbsent(row("birth_date")),
    identifiers: valuesOf(row("identifiers")),
    address: orAbsent(row("address")),
  };
}
