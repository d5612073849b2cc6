-- Who may touch which row. Two roles, made before this runs (storage/roles.ts):
--   customhouse_writer  the command path, the sequencer, delivery: what it needs, nothing it must not change
--   customhouse_reader  people's reads: only rows of its scope, set per transaction; no scope, no rows
-- The scope is two settings: customhouse.scope_kind and customhouse.scope_ids (a text[] literal).
-- Every query also applies the same predicate in SQL (storage/reader-scope.ts): the policy is the net.

CREATE FUNCTION customhouse_scope_kind() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(current_setting('customhouse.scope_kind', true), '') $$;

CREATE FUNCTION customhouse_scope_ids() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('customhouse.scope_ids', true), ''), '{}')::text[] $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['case_file', 'ucr_link', 'pulled', 'event', 'notification', 'payload', 'idempotency', 'lrn_claim',
    'balance', 'deadline', 'pending_leaf', 'leaf', 'log_tile', 'log_head', 'lease', 'party_position',
    'party_head', 'subscriber', 'subscriber_cursor', 'delivery_attempt', 'upload', 'draft', 'audit_read']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY writer_all ON %I TO customhouse_writer USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON case_file, balance, log_tile, log_head, lease, party_head TO customhouse_writer;
GRANT SELECT, INSERT ON ucr_link, pulled, event, notification, leaf, party_position, audit_read TO customhouse_writer;
GRANT SELECT, INSERT, UPDATE, DELETE ON payload, idempotency, lrn_claim, deadline, pending_leaf, subscriber,
  subscriber_cursor, delivery_attempt, upload, draft TO customhouse_writer;

-- A row of a case is visible when its case is; the inner SELECT is itself bound by case_file's policy.
CREATE POLICY reader_scope ON case_file FOR SELECT TO customhouse_reader USING (
  CASE (SELECT customhouse_scope_kind())
    WHEN 'everything' THEN true
    WHEN 'declarants' THEN declarant = ANY ((SELECT customhouse_scope_ids())::text[])
    WHEN 'offices' THEN office = ANY ((SELECT customhouse_scope_ids())::text[])
    WHEN 'agencies' THEN agencies && (SELECT customhouse_scope_ids())
    WHEN 'cases' THEN case_id = ANY ((SELECT customhouse_scope_ids())::uuid[])
    ELSE false
  END);
CREATE POLICY reader_scope ON event FOR SELECT TO customhouse_reader
  USING (EXISTS (SELECT FROM case_file c WHERE c.case_id = event.case_id));
CREATE POLICY reader_scope ON payload FOR SELECT TO customhouse_reader
  USING (EXISTS (SELECT FROM case_file c WHERE c.case_id = payload.case_id));
CREATE POLICY reader_scope ON deadline FOR SELECT TO customhouse_reader
  USING (EXISTS (SELECT FROM case_file c WHERE c.case_id = deadline.case_id));
CREATE POLICY reader_scope ON leaf FOR SELECT TO customhouse_reader
  USING (EXISTS (SELECT FROM case_file c WHERE c.case_id = leaf.case_id));

-- Outside customs, a party sees its own notifications only, even in a case it may see.
CREATE POLICY reader_scope ON notification FOR SELECT TO customhouse_reader USING (
  EXISTS (SELECT FROM case_file c WHERE c.case_id = notification.case_id)
  AND ((SELECT customhouse_scope_kind()) IN ('everything', 'offices', 'cases')
    OR party = ANY ((SELECT customhouse_scope_ids())::text[])));
CREATE POLICY reader_scope ON party_position FOR SELECT TO customhouse_reader USING (
  (SELECT customhouse_scope_kind()) = 'everything'
  OR ((SELECT customhouse_scope_kind()) IN ('declarants', 'agencies')
    AND party = ANY ((SELECT customhouse_scope_ids())::text[])));

-- Drafts are the trader's own until lodged: customs does not read them.
CREATE POLICY reader_scope ON draft FOR SELECT TO customhouse_reader USING (
  (SELECT customhouse_scope_kind()) = 'declarants'
  AND declarant = ANY ((SELECT customhouse_scope_ids())::text[]));
CREATE POLICY reader_scope ON upload FOR SELECT TO customhouse_reader USING (
  ((SELECT customhouse_scope_kind()) = 'declarants'
    AND declarant = ANY ((SELECT customhouse_scope_ids())::text[]))
  OR (case_id IS NOT NULL AND EXISTS (SELECT FROM case_file c WHERE c.case_id = upload.case_id)));

CREATE POLICY reader_public ON log_tile FOR SELECT TO customhouse_reader USING (true);
CREATE POLICY reader_public ON log_head FOR SELECT TO customhouse_reader USING (true);

GRANT SELECT ON case_file, event, notification, payload, deadline, leaf, party_position, draft, upload,
  log_tile, log_head TO customhouse_reader;
