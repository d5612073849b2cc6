/** Unfinished declarations, saved as the trader types. Always read and written under their owner. */
import type { Kysely, Selectable } from "kysely";
import { sql } from "kysely";
import type { OpenDatabase } from "../../platform/storage/database.ts";
import type { Database } from "../../platform/storage/tables.ts";
import { type DraftTables, draftTables } from "./tables.ts";

const MAX_DRAFTS = 500;

export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  /** Whatever its owner keeps there. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly updatedAt: string;
}

export type DraftStore = ReturnType<typeof createDraftStore>;

export function createDraftStore({ writer }: Pick<OpenDatabase, "writer">, clock: () => Date) {
  return {
    list: async (party: string, limit: number): Promise<readonly Omit<Draft, "body">[]> =>
      (await listDrafts(writer, party, limit)).map(summary),
    read: async (party: string, id: string): Promise<Draft | undefined> => {
      const row = await readDraft(writer, party, id);
      return row && { ...summary(row), body: row.body as Draft["body"] };
    },
    /** Saves when `version` is the stored one (0: new). Undefined: somebody saved in between. */
    save: async (
      party: string,
      { id, ...draft }: Omit<Draft, "updatedAt">,
    ): Promise<Draft | undefined> => {
      const at = clock().toISOString();
      const row = await saveDraft(writer, { ...draft, draftId: id, declarant: party, at });
      return row && { ...summary(row), body: row.body as Draft["body"] };
    },
    remove: (party: string, id: string) => deleteDraft(writer, party, id),
  };
}

function summary(row: Omit<DraftRow, "body">): Omit<Draft, "body"> {
  return {
    id: row.draft_id,
    title: row.title,
    version: row.version,
    updatedAt: row.updated_at,
  };
}

export type DraftRow = Selectable<DraftTables["draft"]>;

export async function listDrafts(
  db: Kysely<Database>,
  declarant: string,
  limit: number,
): Promise<Omit<DraftRow, "body">[]> {
  return draftTables(db)
    .selectFrom("draft")
    .select(["draft_id", "declarant", "title", "version", "updated_at"])
    .where("declarant", "=", declarant)
    .orderBy("updated_at", "desc")
    .limit(Math.min(limit, MAX_DRAFTS))
    .execute();
}

export async function readDraft(
  db: Kysely<Database>,
  declarant: string,
  draftId: string,
): Promise<DraftRow | undefined> {
  return draftTables(db)
    .selectFrom("draft")
    .selectAll()
    .where("draft_id", "=", draftId)
    .where("declarant", "=", declarant)
    .executeTakeFirst();
}

export interface DraftToSave {
  readonly draftId: string;
  readonly declarant: string;
  readonly title: string;
  /** The version the editor has; 0 for a new draft. */
  readonly version: number;
  readonly body: unknown;
  readonly at: string;
}

/** Undefined when somebody saved in between, or the id belongs to somebody else. */
export async function saveDraft(
  db: Kysely<Database>,
  draft: DraftToSave,
): Promise<DraftRow | undefined> {
  const body = JSON.stringify(draft.body);
  if (draft.version === 0) {
    return draftTables(db)
      .insertInto("draft")
      .values({
        draft_id: draft.draftId,
        declarant: draft.declarant,
        title: draft.title,
        version: 1,
        body,
        updated_at: draft.at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
  }
  return draftTables(db)
    .updateTable("draft")
    .set({ title: draft.title, body, updated_at: draft.at, version: sql`version + 1` })
    .where("draft_id", "=", draft.draftId)
    .where("declarant", "=", draft.declarant)
    .where("version", "=", draft.version)
    .returningAll()
    .executeTakeFirst();
}

export async function deleteDraft(
  db: Kysely<Database>,
  declarant: string,
  draftId: string,
): Promise<boolean> {
  const result = await draftTables(db)
    .deleteFrom("draft")
    .where("draft_id", "=", draftId)
    .where("declarant", "=", declarant)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
