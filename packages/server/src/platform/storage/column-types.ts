/**
 * How PostgreSQL values reach TypeScript: bigint as `bigint` (counts and money never lose a digit),
 * timestamps as ISO 8601 text in UTC (the same form as in messages and events). Kept per connection,
 * so other users of node-postgres in the process keep its defaults.
 */
import type { CustomTypesConfig } from "pg";
import { types } from "pg";

const INT8 = 20;
const TIMESTAMPTZ = 1184;

function isoTime(text: string): string {
  return new Date(text).toISOString();
}

export const columnTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") => {
    if (oid === INT8 && format !== "binary") return BigInt;
    if (oid === TIMESTAMPTZ && format !== "binary") return isoTime;
    return types.getTypeParser(oid, format as "text");
  }) as CustomTypesConfig["getTypeParser"],
};
