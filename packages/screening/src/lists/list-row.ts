/** What a row of a watch list, or of a file of parties, says. Columns are those of OpenSanctions' simplified CSV. */
import { type Party, SCHEMAS, type WatchEntry, type WatchSchema } from "../party.ts";

/** Fields of a row by column; a column that the file does not have is the empty text. */
export type Row = (column: string) => string;

const SCHEMA_OF: Readonly<Record<string, WatchSchema>> = {
  person: "person",
  company: "organisation",
  organisation: "organisation",
  organization: "organisation",
  publicbody: "organisation",
  vessel: "vessel",
  airplane: "aircraft",
  aircraft: "aircraft",
  address: "address",
};

/** `name` is that of the list, where its rows do not say one. */
export function entryOfRow(
  row: Row,
  { name, version = "" }: { readonly name: string; readonly version?: string },
): WatchEntry {
  return {
    id: row("id"),
    schema: SCHEMA_OF[row("schema").toLowerCase()] ?? "unknown",
    names: [...new Set([row("name"), ...valuesOf(row("aliases"))])],
    birthDates: valuesOf(row("birth_date")),
    countries: valuesOf(row("countries")),
    identifiers: valuesOf(row("identifiers")),
    list: row("dataset") === "" ? name : row("dataset"),
    listVersion: version,
    programme: orAbsent(row("sanctions")),
    validFrom: orAbsent(row("valid_from")),
    validTo: orAbsent(row("valid_to")),
  };
}

export function partyOfRow(row: Row): Party {
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

/** Values that share a field are parted by semicolons. */
function valuesOf(field: string): readonly string[] {
  return field
    .split(";")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

export function orAbsent(field: string): string | undefined {
  return field === "" ? undefined : field;
}
