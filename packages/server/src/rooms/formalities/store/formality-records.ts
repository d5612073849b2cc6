/** Formalities as other rooms, operations and steps look them up. */
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import type { FormalityRecords } from "../contract.ts";
import type { FormalityStore } from "../parts.ts";
import { loadFormalities, loadFormality, searchFormalities } from "./formalities.ts";

export function createFormalityStore({ writer }: Pick<OpenDatabase, "writer">): FormalityStore {
  return { load: (name) => loadFormality(writer, name) };
}

export function createFormalityRecords(database: OpenDatabase): FormalityRecords {
  const { writer } = database;
  return {
    byNumber: async (number) => (await loadFormality(writer, { number }))?.formality,
    byId: async (caseId) => (await loadFormality(writer, { caseId }))?.formality,
    ofKind: (kind, numbers) => loadFormalities(writer, kind, numbers),
    search: (scope, filter, page) =>
      database.readAs(scope, (reader) => searchFormalities(reader, scope, filter, page)),
  };
}
