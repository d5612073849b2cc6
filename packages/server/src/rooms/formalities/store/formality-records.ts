/** Formalities as other rooms and the operations look them up. */
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import type { FormalityRecords } from "../contract.ts";
import { loadFormality, searchFormalities } from "./formalities.ts";

export function createFormalityRecords(database: OpenDatabase): FormalityRecords {
  return {
    byNumber: async (number) => (await loadFormality(database.writer, { number }))?.formality,
    search: (scope, filter, page) =>
      database.readAs(scope, (reader) => searchFormalities(reader, scope, filter, page)),
  };
}
