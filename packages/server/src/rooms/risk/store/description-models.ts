/** Models that read descriptions of goods. */
import type { DescriptionModel } from "@customhouse/api/risk/models";
import type { Kysely } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";
import type { StoredModelRow } from "./policies.ts";
import { riskTables } from "./tables.ts";

export type StoredDescriptionsRow = StoredModelRow<DescriptionModel["card"]>;

const MAX_LISTED = 200;

/** The same bytes are the same model: storing them again changes nothing. */
export async function storeDescriptionModel(
  db: Kysely<Database>,
  model: StoredDescriptionsRow & { readonly content: Uint8Array },
): Promise<void> {
  await riskTables(db)
    .insertInto("description_model")
    .values({
      digest: model.digest,
      name: model.name,
      card: JSON.stringify(model.card),
      content: model.content,
      created_by: model.createdBy,
      created_at: model.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Newest first. */
export async function listDescriptionModels(
  db: Kysely<Database>,
): Promise<readonly StoredDescriptionsRow[]> {
  const stored = await riskTables(db)
    .selectFrom("description_model")
    .select(["digest", "name", "card", "created_by as createdBy", "created_at as createdAt"])
    .orderBy("created_at", "desc")
    .limit(MAX_LISTED)
    .execute();
  // Only what could be read as a model was stored.
  return stored as readonly StoredDescriptionsRow[];
}

export async function loadDescriptionModel(
  db: Kysely<Database>,
  digest: string,
): Promise<Uint8Array | undefined> {
  const query = riskTables(db).selectFrom("description_model").select("content");
  return (await query.where("digest", "=", digest).executeTakeFirst())?.content;
}
