/** Reviews by officers of declarations whose goods have left customs control. */
import type { Pool } from "pg";
import type { DeclarationNews } from "./case-news.ts";

type Client = Pick<Pool, "query">;

export type ReviewOutcome = "no-action" | "audit" | "offence";

export interface CaseReview {
  readonly foundAt: string;
  /** Hits of screening that it is about, as far as they are still kept. */
  readonly hitIds: readonly string[];
  readonly concluded?: {
    readonly outcome: ReviewOutcome;
    readonly by: string;
    readonly at: string;
  };
}

const MAX_OPEN = 1_000;
const MAX_LISTED = 100;

/** The news are dropped; of a declaration that is released they become something to look at, each once for ever. */
export async function reviewReleased(
  pool: Client,
  { caseId, references }: DeclarationNews,
  at: string,
): Promise<void> {
  await pool.query(
    `WITH gone AS (DELETE FROM case_news n USING case_envelope c
        WHERE c.case_id = n.case_id AND n.case_id = $1 AND n.reference = ANY ($2::text[])
        RETURNING n.case_id, n.reference, c.snapshot -> 'at' ? 'released' AS released)
      INSERT INTO case_review (case_id, reference, found_at)
        SELECT case_id, reference, $3 FROM gone WHERE released ON CONFLICT DO NOTHING`,
    [caseId, references, at],
  );
}

/** Cases with something to look at, oldest first. */
export async function casesToReview(pool: Client): Promise<readonly string[]> {
  const { rows } = await pool.query<{ caseId: string }>({
    name: "case_reviews_open",
    text: `SELECT DISTINCT case_id AS "caseId" FROM case_review WHERE outcome IS NULL
      ORDER BY case_id LIMIT ${MAX_OPEN}`,
  });
  return rows.map(({ caseId }) => caseId);
}

export async function reviewsOf(pool: Client, caseId: string): Promise<readonly CaseReview[]> {
  const { rows } = await pool.query<
    CaseReview & { readonly concluded: CaseReview["concluded"] | null }
  >({
    name: "case_reviews_of",
    text: `SELECT r.found_at AS "foundAt",
        ARRAY(SELECT l.hit_id FROM screening_hit_case l JOIN screening_hit h USING (hit_id)
          WHERE l.case_id = r.case_id AND h.pair_digest = r.reference ORDER BY l.hit_id) AS "hitIds",
        CASE WHEN r.outcome IS NOT NULL THEN
          json_build_object('outcome', r.outcome, 'by', r.concluded_by, 'at', r.concluded_at) END AS concluded
      FROM case_review r WHERE r.case_id = $1 ORDER BY r.found_at DESC, r.reference LIMIT ${MAX_LISTED}`,
    values: [caseId],
  });
  return rows.map(({ concluded, ...review }) =>
    concluded === null ? review : { ...review, concluded },
  );
}

/** Whatever is open of the case. Returns how many there were. */
export async function concludeReviews(
  pool: Client,
  caseId: string,
  done: { readonly outcome: ReviewOutcome; readonly by: string; readonly at: string },
): Promise<number> {
  const { rowCount } = await pool.query(
    `UPDATE case_review SET outcome = $2, concluded_by = $3, concluded_at = $4
      WHERE case_id = $1 AND outcome IS NULL`,
    [caseId, done.outcome, done.by, done.at],
  );
  return rowCount ?? 0;
}
