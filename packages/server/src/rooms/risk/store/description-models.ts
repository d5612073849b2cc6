/** Models that read descriptions of goods. */
import type { DescriptionModel } from "@customhouse/api/risk/models";
import type { Kysely } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";
import { listModels, type StoredModelRow, storeModel } from "./policies.ts";
import { riskTables } from "./tables.ts";

export type StoredDescriptionsRow = StoredModelRow<DescriptionModel["card"]>;

const TABLE = "description_model";

export async function storeDescriptionModel(
  db: Kysely<Database>,
  model: StoredDescriptionsRow & { readonly content: Uint8Array },
): Promise<void> {
  await storeModel(db, model, TABLE);
}

/** Newest first. */
export async function listDescriptionModels(
  db: Kysely<Database>,
): Promise<readonly StoredDescriptionsRow[]> {
  return listModels(db, TABLE);
}

export async function loadDescriptionModel(
  db: Kysely<Database>,
  digest: string,
): Promise<Uint8Array | undefined> {
  const query = riskTables(db).selectFrom(TABLE).select("content");
  return (await query.where("digest", "=", digest).executeTakeFirst())?.content;
}
