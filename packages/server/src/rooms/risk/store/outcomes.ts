/** What offences, audits and appeals found declarations to be: events of formalities, told of the cases they are about. */
import type { FormalityKind, FormalityOutcome } from "@customhouse/model";
import type { PoolClient } from "pg";

export interface Outcome {
  readonly caseId: string;
  readonly seq: number;
  /** Legal time of the event. */
  readonly at: string;
  readonly source: FormalityOutcome["source"];
  /** Absent: annulled, and nothing else was found. */
  readonly label: string | null;
  /** The declaration's case; null where the event is its own. */
  readonly ofCase: string | null;
}

/** An audit names more, and none of them is left out; this only bounds one answer. */
const MAX_OUTCOMES = 50_000;

/**
 * Not taken in yet, in the order of each case. Kinds say which of their steps count (`outcomes`): an offence once it is
 * imposed, which is by other eyes than reported it; an audit when it records what it found; an appeal when it is carried
 * out.
 */
export async function newOutcomes(
  client: PoolClient,
  caseIds: readonly string[],
  kinds: readonly FormalityKind[],
): Promise<readonly Outcome[]> {
  const counted = kinds.flatMap(({ kind, outcomes = [] }) =>
    outcomes.map((outcome) => ({ ...outcome, kind })),
  );
  const { rows } = await client.query<Outcome>({
    name: "risk_new_outcomes",
    text: `SELECT e.case_id AS "caseId", e.seq, e.legal_at AS at, 'appeal' AS source,
        e.body ->> 'label' AS label, NULL AS "ofCase"
      FROM event e
      WHERE e.case_id = ANY($1::uuid[]) AND e.type = 'AppealCarriedOut' AND e.body ? 'label'
        AND NOT EXISTS (SELECT FROM risk_fact f WHERE f.case_id = e.case_id AND f.event_seq = e.seq)
      UNION ALL
      SELECT e.case_id, e.seq, e.legal_at,
        o.source, coalesce(e.body -> 'facts' ->> o.label, c.snapshot -> 'facts' ->> o.label), d.case_id
      FROM event e JOIN case_envelope c ON c.case_id = e.case_id
      JOIN unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS o(kind, step, label, source)
        ON o.kind = e.body ->> 'kind' AND o.step = e.body ->> 'step'
      CROSS JOIN LATERAL (
        SELECT c.snapshot -> 'facts' ->> 'mrn' AS mrn
        UNION SELECT jsonb_array_elements_text(coalesce(c.snapshot -> 'facts' -> 'declarations', '[]'))
      ) named
      JOIN case_envelope d ON d.number = named.mrn AND d.sort = 'declaration'
      WHERE e.case_id = ANY($1::uuid[]) AND e.type = 'FormalityStepTaken'
        AND NOT EXISTS (SELECT FROM risk_fact f
          WHERE f.case_id = e.case_id AND f.event_seq = e.seq AND f.of_case = d.case_id)
      ORDER BY 1, 2, 6 LIMIT ${MAX_OUTCOMES}`,
    values: [
      caseIds,
      counted.map(({ kind }) => kind),
      counted.map(({ step }) => step),
      counted.map(({ label }) => label),
      counted.map(({ source }) => source),
    ],
  });
  return rows;
}
