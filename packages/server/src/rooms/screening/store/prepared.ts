/** What every server asks twice a second: prepared, so that it is not planned anew each time. */
import type { Pool } from "pg";
import type { ListName } from "./lists.ts";

/** Lists in force, by name, each with the digest of its file. */
export async function activeLists(
  pool: Pick<Pool, "query">,
): Promise<readonly (ListName & { readonly digest: string })[]> {
  const { rows } = await pool.query<ListName & { digest: string }>({
    name: "screening_active",
    text: `SELECT list, version, digest FROM screening_list WHERE state = 'active'
      ORDER BY list COLLATE "C"`,
  });
  return rows;
}
