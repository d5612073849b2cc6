/**
 * What a reader may see, as rows. Access control decides it once per request; here it becomes two
 * settings that row-level security reads, and the same predicate in SQL so that indexes are used.
 */
import type { ExpressionBuilder, Kysely, SqlBool } from "kysely";
import { type Expression, sql } from "kysely";
import { arrayLiteral } from "./binary-array.ts";
import type { Database } from "./tables.ts";

export type ReaderScope =
  | { readonly kind: "everything" }
  /** Trader side: cases these TINs declared, and notifications addressed to them. */
  | { readonly kind: "declarants"; readonly ids: readonly string[] }
  /** Customs officers: cases of these offices. */
  | { readonly kind: "offices"; readonly ids: readonly string[] }
  /** Agency officers: cases with a control of these agencies, and notifications addressed to them. */
  | { readonly kind: "agencies"; readonly ids: readonly string[] }
  /** Exactly these cases (case ids). */
  | { readonly kind: "cases"; readonly ids: readonly string[] };

const MAX_IDS = 1_000;

export async function bindScope(db: Kysely<Database>, scope: ReaderScope): Promise<void> {
  const ids = scope.kind === "everything" ? [] : scope.ids;
  if (ids.length > MAX_IDS) throw new Error(`a reader's scope names more than ${MAX_IDS} ids`);
  await sql`SELECT set_config('customhouse.scope_kind', ${scope.kind}, true),
    set_config('customhouse.scope_ids', ${arrayLiteral(ids)}, true)`.execute(db);
}

/** The same rule as case_envelope's policy, for a query's WHERE. */
export function caseInScope(
  builder: ExpressionBuilder<Database, "case_envelope">,
  scope: ReaderScope,
): Expression<SqlBool> {
  switch (scope.kind) {
    case "everything":
      return builder.lit(true);
    case "declarants":
      return builder.or([
        builder("case_envelope.holder", "=", builder.fn.any(builder.val([...scope.ids]))),
        sql<SqlBool>`case_envelope.parties && ${[...scope.ids]}::text[]`,
      ]);
    case "offices":
      return builder("case_envelope.office", "=", builder.fn.any(builder.val([...scope.ids])));
    case "agencies":
      return sql<SqlBool>`case_envelope.agencies && ${[...scope.ids]}::text[]`;
    case "cases":
      return sql<SqlBool>`case_envelope.case_id = ANY(${[...scope.ids]}::uuid[])`;
  }
}
