-- Who asked for the erasure of a case's personal data, and who confirmed it. What is asked and not wiped is taken up again:
-- a server that is killed in between leaves nothing half erased for long.
CREATE TABLE case_erasure (
  case_id uuid PRIMARY KEY,
  reason text NOT NULL CHECK (reason IN ('retention-over', 'data-subject-request', 'court-order')),
  legal_basis text NOT NULL,
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  -- A second person; nobody where the clock asked.
  confirmed_by text CHECK (confirmed_by <> asked_by),
  confirmed_at timestamptz,
  -- Nothing personal is left.
  wiped_at timestamptz,
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))
);
CREATE INDEX case_erasure_unfinished ON case_erasure (case_id) WHERE wiped_at IS NULL;

ALTER TABLE case_erasure ENABLE ROW LEVEL SECURITY;
CREATE POLICY writer_all ON case_erasure TO customhouse_writer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON case_erasure TO customhouse_writer;

-- Notifications are history, which nobody may change: of a case that is on record as erased their content goes, and
-- number, time, addressee and kind stay, so that no cursor finds a gap.
CREATE FUNCTION customhouse_erase_notifications(ids uuid[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE public.notification n SET body = '{"erased": true}'
    WHERE n.case_id = ANY (ids) AND n.body <> '{"erased": true}'
      AND EXISTS (SELECT FROM public.case_file c WHERE c.case_id = n.case_id
        AND (c.snapshot ? 'erased' OR c.snapshot -> 'facts' ? 'erasedReason'))
$$;
REVOKE EXECUTE ON FUNCTION customhouse_erase_notifications(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION customhouse_erase_notifications(uuid[]) TO customhouse_writer;

-- What was kept of the history of risk may hold whole facts that waited to be folded in. It is made again from the facts,
-- and from now on without them.
DELETE FROM risk_history;

GRANT DELETE ON screening_hit_case TO customhouse_writer;
CREATE INDEX screening_hit_case_case ON screening_hit_case (case_id);
CREATE INDEX risk_fact_of_case ON risk_fact (of_case) WHERE of_case IS NOT NULL;
