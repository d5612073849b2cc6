/**
 * A declaration that is cancelled after its permit has ended gives its share back to an account that nothing can use
 * any more. What came back so is taken over from there, so that no permit out of force holds a balance. Kinds say by
 * which step (`account.emptiedBy`).
 */

import type { FormalityKind } from "@customhouse/model";
import { sql } from "kysely";
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import type { Formalities } from "../contract.ts";

const MAX_ACCOUNTS = 1_000;

/** Returns how many accounts were emptied. */
export async function sweepEndedPermits(
  database: OpenDatabase,
  formalities: Pick<Formalities, "step">,
  kinds: readonly FormalityKind[],
): Promise<number> {
  let swept = 0;
  for (const { kind, account, steps } of kinds) {
    const step = account?.emptiedBy;
    if (account === undefined || step === undefined) continue;
    const ended = steps.flatMap((entry) => (entry.step === step ? (entry.from ?? []) : []));
    for (const number of await endedWithBalance(database, kind, account.prefix, ended)) {
      const result = await formalities.step({
        number,
        step,
        by: { as: "system", subject: "permits" },
        facts: {},
      });
      // One that is in force again meanwhile keeps what it has.
      if (result.status === "done") swept += 1;
    }
  }
  return swept;
}

async function endedWithBalance(
  { writer }: OpenDatabase,
  kind: string,
  prefix: string,
  states: readonly string[],
): Promise<readonly string[]> {
  const end = afterAll(prefix);
  const { rows } = await sql<{ number: string }>`
    SELECT c.number
    FROM balance b JOIN case_envelope c ON c.number = substr(b.account, length(${prefix}::text) + 1)
    WHERE b.account >= ${prefix}::text AND (${end}::text = '' OR b.account < ${end}::text) AND b.amount > 0
      AND c.kind = ${kind} AND c.state = ANY (${states}::text[])
    ORDER BY b.account LIMIT ${MAX_ACCOUNTS}`.execute(writer);
  return rows.map(({ number }) => number);
}

/** The first text after all that begin with the prefix; of an empty one there is none. */
function afterAll(prefix: string): string {
  const last = prefix.at(-1);
  return last === undefined
    ? ""
    : `${prefix.slice(0, -1)}${String.fromCharCode(last.charCodeAt(0) + 1)}`;
}
