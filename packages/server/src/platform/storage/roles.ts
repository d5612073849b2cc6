/**
 * The two database roles everything runs under. They belong to the whole PostgreSQL server, so they are
 * made outside the numbered migrations, and tolerated when they are there already.
 */
import type { ClientBase } from "pg";

export const WRITER_ROLE = "customhouse_writer";
export const READER_ROLE = "customhouse_reader";
const ROLES = [WRITER_ROLE, READER_ROLE];

/** SQLSTATEs of "somebody else just made it": duplicate object, unique violation. */
const ALREADY_THERE = new Set(["42710", "23505"]);

/**
 * Makes the roles and lets the current user become them. Managed PostgreSQL services often forbid
 * creating roles; then this throws an error that carries the statements an administrator must run.
 * Running without the roles is not offered: they are what keeps one trader's rows from another.
 */
export async function ensureRoles(client: ClientBase): Promise<void> {
  const todo = await missingStatements(client);
  const failures: string[] = [];
  for (const statement of todo) {
    try {
      await client.query(statement);
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (!ALREADY_THERE.has(code ?? "")) failures.push(message);
    }
  }
  const left = failures.length > 0 ? await missingStatements(client) : [];
  if (left.length === 0) return;
  throw new Error(
    `This database user cannot set up Customhouse's roles (${failures.join("; ")}). ` +
      `Ask the database administrator to run:\n  ${left.join(";\n  ")};`,
  );
}

async function missingStatements(client: ClientBase): Promise<string[]> {
  const known = await client.query<{ rolname: string; user: string; member: boolean }>(
    `SELECT rolname, quote_ident(current_user) AS user,
            pg_has_role(current_user, oid, 'MEMBER') AS member
     FROM pg_roles WHERE rolname = ANY($1)`,
    [ROLES],
  );
  const user = await client.query<{ name: string }>("SELECT quote_ident(current_user) AS name");
  const statements: string[] = [];
  for (const role of ROLES) {
    const row = known.rows.find((candidate) => candidate.rolname === role);
    if (row === undefined) statements.push(`CREATE ROLE ${role} NOLOGIN NOBYPASSRLS`);
    if (row === undefined || !row.member) {
      statements.push(`GRANT ${role} TO ${user.rows[0]?.name ?? "CURRENT_USER"}`);
    }
  }
  return statements;
}
