/** A list or a criterion has changed: every filing that nothing was objected to is assessed anew. */
import type { MainPath } from "../mainpath/contract.ts";
import type { OpenDatabase } from "../storage/database.ts";

const PAGE = 500;

/** Returns how many filings are to be assessed. The clock does so next. */
export async function reassessFilings(database: OpenDatabase, mainPath: MainPath): Promise<number> {
  let asked = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await database.writerPool.query<{ caseId: string; number: string }>(
      `SELECT case_id AS "caseId", mrn AS number FROM case_file
       WHERE direction = 'formality' AND message_type = 'filing' AND control_state = 'assessed' AND case_id > $1
       ORDER BY case_id LIMIT ${PAGE}`,
      [after],
    );
    for (const { number } of rows) {
      const result = await mainPath.stepFormality({
        number,
        step: "reassess",
        by: { as: "system", subject: "risk" },
        facts: { trigger: "list-change" },
      });
      if (result.status === "done") asked += 1;
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return asked;
    after = last.caseId;
  }
}
