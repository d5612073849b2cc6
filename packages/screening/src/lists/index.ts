/** Rows of lists and of files of parties. */
export { entryOfRow, orAbsent, partyOfRow, type Row } from "./list-row.ts";
