/**
 * A declaration that is cancelled after its permit has ended gives its share back to an account that nothing can use
 * any more. What came back so is taken over from there, so that no permit out of force holds a balance.
 */

import type { OpenDatabase } from "../../../platform/storage/database.ts";
import type { MainPath } from "../../declarations/contract.ts";

const MAX_PERMITS = 1_000;

/** Returns how many permits were swept. */
export async function sweepEndedPermits(
  database: OpenDatabase,
  mainPath: MainPath,
): Promise<number> {
  const { rows } = await database.writerPool.query<{ number: string }>(
    `SELECT c.mrn AS number FROM balance b JOIN case_file c ON c.mrn = substr(b.account, 6)
     WHERE b.account >= 'lpco/' AND b.account < 'lpco0' AND b.amount > 0
       AND c.message_type = 'permit' AND c.control_state IN ('suspended', 'revoked', 'expired')
     ORDER BY b.account LIMIT ${MAX_PERMITS}`,
  );
  let swept = 0;
  for (const { number } of rows) {
    const result = await mainPath.stepFormality({
      number,
      step: "sweep",
      by: { as: "system", subject: "permits" },
      facts: {},
    });
    // One that is in force again meanwhile keeps what it has.
    if (result.status === "done") swept += 1;
  }
  return swept;
}
