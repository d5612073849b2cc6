import type { OpenDatabase } from "../../storage/database.ts";
import {
  type DraftRow,
  deleteDraft,
  listDrafts,
  readDraft,
  saveDraft,
} from "../../storage/queries/drafts.ts";
import type { Draft, Records } from "../records.ts";

type DraftRecords = Pick<Records, "drafts" | "draft" | "saveDraft" | "deleteDraft">;

export function draftRecords(database: OpenDatabase, clock: () => Date): DraftRecords {
  const { writer } = database;
  const scope = (party: string) => ({ kind: "declarants" as const, ids: [party] });
  return {
    drafts: async (party, limit) =>
      (await database.readAs(scope(party), (db) => listDrafts(db, party, limit))).map(headOf),
    draft: async (party, id) => {
      const row = await database.readAs(scope(party), (db) => readDraft(db, party, id));
      return row && draftOf(row);
    },
    saveDraft: async (party, { id, ...draft }) => {
      const at = clock().toISOString();
      const row = await saveDraft(writer, { ...draft, draftId: id, declarant: party, at });
      return row && draftOf(row);
    },
    deleteDraft: (party, id) => deleteDraft(writer, party, id),
  };
}

function headOf(row: Omit<DraftRow, "body">): Omit<Draft, "body"> {
  return { id: row.draft_id, title: row.title, version: row.version, updatedAt: row.updated_at };
}

function draftOf(row: DraftRow): Draft {
  return { ...headOf(row), body: row.body };
}
