/** Tables to learn from, what their columns mean, and the numbers that are made of them. */
export { checkedSchema, schemaOfJson } from "./checked-schema.ts";
export { encode, learnProfiles, type Matrix } from "./profiles.ts";
export {
  columnOf,
  daysOf,
  joined,
  pickRows,
  type Table,
  type TableSchema,
  targetOf,
} from "./schema.ts";
