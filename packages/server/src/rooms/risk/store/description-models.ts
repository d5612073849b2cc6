/** Models that read descriptions of goods. */
import type { DescriptionModel } from "@customhouse/api/risk/models";
import type { Pool } from "pg";
import type { StoredModelRow } from "./policies.ts";

export type StoredDescriptionsRow = StoredModelRow<DescriptionModel["card"]>;

const MAX_LISTED = 200;

/** The same bytes are the same model: storing them again changes nothing. */
export async function storeDescriptionModel(
  pool: Pick<Pool, "query">,
  model: StoredDescriptionsRow & { readonly content: Uint8Array },
): Promise<void> {
  await pool.query(
    `INSERT INTO description_model (digest, name, card, content, created_by, created_at)
      VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [
      model.digest,
      model.name,
      JSON.stringify(model.card),
      model.content,
      model.createdBy,
      model.createdAt,
    ],
  );
}

/** Newest first. */
export async function listDescriptionModels(
  pool: Pick<Pool, "query">,
): Promise<readonly StoredDescriptionsRow[]> {
  const { rows } = await pool.query<StoredDescriptionsRow>(
    `SELECT digest, name, card, created_by AS "createdBy", created_at AS "createdAt"
      FROM description_model ORDER BY created_at DESC LIMIT $1`,
    [MAX_LISTED],
  );
  return rows;
}

export async function loadDescriptionModel(
  pool: Pick<Pool, "query">,
  digest: string,
): Promise<Uint8Array | undefined> {
  const { rows } = await pool.query<{ content: Uint8Array }>(
    "SELECT content FROM description_model WHERE digest = $1",
    [digest],
  );
  return rows[0]?.content;
}
