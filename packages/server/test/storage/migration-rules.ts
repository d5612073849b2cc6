/** What a migration must not do while version N-1 serves (docs/CONTRACTS.md, 8). */
import { statementsOf } from "../../src/platform/storage/migrate.ts";

/** Tables that grow with what is lodged: reading one through takes seconds or minutes. */
export const LARGE_TABLES: readonly string[] = [
  "case_envelope",
  "declaration",
  "event",
  "notification",
  "payload",
  "deadline",
  "leaf",
  "log_tile",
  "pending_leaf",
  "party_position",
  "pulled",
  "idempotency",
  "lrn_claim",
  "transfer",
  "balance",
  "upload",
  "delivery_attempt",
  "audit_read",
  "filing_party",
  "risk_fact",
  "risk_run",
  "screening_party",
  "screening_hit",
  "screening_hit_case",
  "trader_key",
];
const LARGE = `(?:public\\.)?(?:${LARGE_TABLES.join("|")})\\b`;

const ALTERS = /^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?(?:public\.)?(\w+)/i;
const ALTERS_LARGE = new RegExp(`^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?${LARGE}`, "i");
const READS_LARGE = new RegExp(`\\b(?:FROM|JOIN|UPDATE|INTO)\\s+${LARGE}`, "i");
const INDEXES_LARGE = new RegExp(`^CREATE (?:UNIQUE )?INDEX .*?\\bON (?:ONLY )?${LARGE}`, "is");
const NEW_INDEX = /^CREATE (?:UNIQUE )?INDEX CONCURRENTLY (?:IF NOT EXISTS )?(\w+)/i;

/** In plain words; nothing where the migration is in order. */
export function migrationProblems(sql: string): readonly string[] {
  const statements = statementsOf(sql).map((statement) => statement.replace(/\s+/g, " "));
  const created = statements.flatMap((one) => {
    const name = /^CREATE TABLE (?:IF NOT EXISTS )?(?:public\.)?(\w+)/i.exec(one)?.[1];
    return name === undefined ? [] : [name];
  });
  // What is made here is empty.
  const ofOthers = statements.filter((one) => !created.includes(ALTERS.exec(one)?.[1] ?? ""));
  return [
    ...ofOthers.flatMap(constraintProblems),
    ...indexProblems(statements, sql.startsWith("-- Outside of a transaction")),
    ...lockProblems(statements),
  ];
}

function constraintProblems(statement: string): readonly string[] {
  if (!ALTERS.test(statement)) return [];
  const problems: string[] = [];
  const adds = /\b(?:CHECK \(|FOREIGN KEY|REFERENCES)/i.test(statement);
  if (adds && !/\bNOT VALID\b/i.test(statement)) problems.push("a constraint without NOT VALID");
  const isUnique = /\bADD (?:CONSTRAINT \w+ )?(?:UNIQUE|PRIMARY KEY)/i.test(statement);
  if (isUnique && !/\bUSING INDEX\b/i.test(statement)) problems.push("UNIQUE without USING INDEX");
  if (!ALTERS_LARGE.test(statement)) return problems;
  if (/\bSET NOT NULL\b/i.test(statement)) problems.push("SET NOT NULL on a large table");
  if (/\bALTER (?:COLUMN )?\w+ (?:SET DATA )?TYPE\b/i.test(statement)) {
    problems.push("a change of type on a large table");
  }
  return problems;
}

function indexProblems(statements: readonly string[], isOutside: boolean): readonly string[] {
  return statements.flatMap((statement, index) => {
    const isConcurrent = /\bINDEX CONCURRENTLY\b/i.test(statement);
    if (isConcurrent && !isOutside) return ["CONCURRENTLY inside of a transaction"];
    if (INDEXES_LARGE.test(statement) && !isConcurrent) {
      return ["an index on a large table without CONCURRENTLY"];
    }
    const name = NEW_INDEX.exec(statement)?.[1];
    const before = statements[index - 1];
    const isDropped = before === `DROP INDEX CONCURRENTLY IF EXISTS ${name}`;
    return name !== undefined && !isDropped ? [`${name} is not dropped before it is made`] : [];
  });
}

/** A lock lasts until the transaction ends. Adding a constraint takes one, too, and validating it reads every row. */
function lockProblems(statements: readonly string[]): readonly string[] {
  const locks = statements.findIndex((one) => /^LOCK TABLE|\bNOT VALID\b/i.test(one));
  if (locks < 0) return [];
  const reads = statements
    .slice(locks + 1)
    .filter((one) => /^(?:DO|SELECT|INSERT|UPDATE|DELETE|WITH)\b/i.test(one));
  return [
    ...(reads.some((one) => READS_LARGE.test(one)) ? ["rows are read under a lock"] : []),
    ...(statements.some((one) => /\bVALIDATE CONSTRAINT\b/i.test(one))
      ? ["VALIDATE CONSTRAINT beside a lock"]
      : []),
  ];
}
