/** The accounts of traders: those of the country's folder, and what guarantees and permits have under their own number. */
import type { Formality } from "@customhouse/formalities";
import type { FormalityKind } from "@customhouse/model";
import { type Kysely, sql } from "kysely";
import { FORMALITY } from "../../../platform/cases/case-sorts.ts";
import { type Page, pageOf } from "../../../platform/storage/page.ts";
import type { Database } from "../../../platform/storage/tables.ts";

export interface HeldAccount {
  readonly account: string;
  readonly unit: string;
  readonly amount: bigint;
  readonly floor: bigint;
  /** Absent: an account of the folder. */
  readonly formality?: Formality;
}

export interface HeldBy {
  readonly holders: readonly string[];
  /** What the register names of these holders: accounts of the folder, and guarantees that are in force. */
  readonly registered: readonly string[];
  /** Those of the country: some open an account. */
  readonly kinds: readonly FormalityKind[];
}

/** By number and unit; the cursor is both, as an account may have several units. Some kinds have a prefix in the ledger. */
export async function heldAccounts(
  db: Kysely<Database>,
  { holders, registered, kinds }: HeldBy,
  page: { readonly after?: string; readonly limit: number },
): Promise<Page<HeldAccount>> {
  const [account = "", unit = ""] = page.after?.split(" ") ?? [];
  const opening = kinds.flatMap(({ kind, account: own }) => (own ? [{ kind, ...own }] : []));
  const names = opening.map(({ kind }) => kind);
  const prefixes = opening.map(({ prefix }) => prefix);
  const { rows } = await sql<Row>`
    WITH held AS (
      SELECT number, snapshot,
        opens.prefix || number AS ledger
      FROM case_envelope JOIN unnest(${names}::text[], ${prefixes}::text[]) AS opens(opening, prefix)
        ON opens.opening = kind
      WHERE sort = ${FORMALITY} AND holder = ANY(${[...holders]}::text[])
      UNION ALL
      SELECT named, NULL, named FROM unnest(${[...registered]}::text[]) AS named
      WHERE NOT EXISTS (SELECT FROM case_envelope WHERE sort = ${FORMALITY} AND number = named)
    )
    SELECT number, snapshot, unit, amount::text, floor::text
    FROM held JOIN balance ON balance.account = held.ledger
    WHERE (number, unit) > (${account}, ${unit})
    ORDER BY number, unit LIMIT ${page.limit + 1}`.execute(db);
  const found = pageOf(rows, page.limit, (row) => `${row.number} ${row.unit}`);
  return { ...found, items: found.items.map(heldAccount) };
}

interface Row {
  readonly number: string;
  readonly snapshot: unknown;
  readonly unit: string;
  readonly amount: string;
  readonly floor: string;
}

function heldAccount({ number, snapshot, unit, amount, floor }: Row): HeldAccount {
  return {
    account: number,
    unit,
    amount: BigInt(amount),
    floor: BigInt(floor),
    ...(snapshot === null ? {} : { formality: snapshot as Formality }),
  };
}
