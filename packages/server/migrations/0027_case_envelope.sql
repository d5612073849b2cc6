-- The envelope of a case has names that fit every sort; what 0025 copied leaves it. Nothing is read or written but the
-- catalogue, so the lock is short. For version N-1, case_file is now a view of both tables that it can read, lock and
-- write; the next release drops it (migrations/next-release).
-- Before the lock, since it reads both tables whole; what is written after it, the triggers copy.
DO $$
BEGIN
  IF EXISTS (SELECT FROM case_file c WHERE c.sort = 'declaration'
      AND NOT EXISTS (SELECT FROM declaration d WHERE d.case_id = c.case_id)) THEN
    RAISE EXCEPTION 'declarations are missing: 0025 did not copy all of them';
  END IF;
END $$;

LOCK TABLE case_file IN ACCESS EXCLUSIVE MODE;

DROP TRIGGER sort_case ON case_file;
DROP TRIGGER copy_declaration ON case_file;
DROP FUNCTION customhouse_sort_case();
DROP FUNCTION customhouse_copy_declaration();
DROP INDEX case_file_lrn, case_file_formality, case_file_formality_changed, case_file_agency_open;

ALTER TABLE case_file RENAME TO case_envelope;
ALTER TABLE case_envelope RENAME COLUMN mrn TO number;
ALTER TABLE case_envelope RENAME COLUMN message_type TO kind;
ALTER TABLE case_envelope RENAME COLUMN declarant TO holder;
ALTER TABLE case_envelope ALTER COLUMN sort DROP DEFAULT,
  DROP COLUMN lrn, DROP COLUMN direction, DROP COLUMN lane, DROP COLUMN control_state, DROP COLUMN agencies_state,
  DROP COLUMN debt_state, DROP COLUMN goods_state;
COMMENT ON TABLE case_envelope IS 'What every case has, of whatever sort: declarations, formalities and those to come.';
COMMENT ON COLUMN case_envelope.number IS 'MRN of a declaration, number of a formality.';
COMMENT ON COLUMN case_envelope.kind IS 'Message type of a declaration, kind of a formality.';
COMMENT ON COLUMN case_envelope.state IS 'Where a sort has one state. A declaration has four, in its own table.';

-- declaration is named through WITH, since rows of an outer join cannot be locked and version N-1 locks what it reads.
CREATE VIEW case_file WITH (security_invoker = true) AS
  WITH d AS NOT MATERIALIZED (SELECT * FROM declaration)
  SELECT c.case_id, c.version, c.country, coalesce(d.lrn, c.number) AS lrn, c.number AS mrn, c.holder AS declarant,
    c.kind AS message_type, c.office, c.agencies, d.lane,
    CASE c.sort WHEN 'formality' THEN 'formality' ELSE d.direction END AS direction,
    CASE c.sort WHEN 'formality' THEN c.state ELSE d.control_state END AS control_state,
    d.agencies_state, d.debt_state, d.goods_state, c.submitted_at, c.updated_at, c.event_count, c.notification_count,
    c.leaf_count, c.snapshot, c.needs_officer, c.parties
  FROM case_envelope c LEFT JOIN d ON d.case_id = c.case_id
  WHERE c.sort IN ('declaration', 'formality');
GRANT SELECT, INSERT, UPDATE ON case_file TO customhouse_writer;
GRANT SELECT ON case_file TO customhouse_reader;

CREATE FUNCTION customhouse_write_case_file() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_formality boolean := NEW.direction = 'formality';
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO case_envelope (case_id, version, country, sort, number, kind, state, holder, office, agencies, parties,
        submitted_at, updated_at, event_count, notification_count, leaf_count, snapshot)
      VALUES (NEW.case_id, NEW.version, NEW.country, CASE WHEN is_formality THEN 'formality' ELSE 'declaration' END,
        NEW.mrn, NEW.message_type, CASE WHEN is_formality THEN NEW.control_state END, NEW.declarant, NEW.office,
        coalesce(NEW.agencies, '{}'), coalesce(NEW.parties, '{}'), NEW.submitted_at, NEW.updated_at, NEW.event_count,
        NEW.notification_count, NEW.leaf_count, NEW.snapshot);
  ELSE
    UPDATE case_envelope SET version = NEW.version, country = NEW.country, number = NEW.mrn, kind = NEW.message_type,
        state = CASE WHEN is_formality THEN NEW.control_state END, holder = NEW.declarant, office = NEW.office,
        agencies = NEW.agencies, parties = NEW.parties, updated_at = NEW.updated_at, event_count = NEW.event_count,
        notification_count = NEW.notification_count, leaf_count = NEW.leaf_count, snapshot = NEW.snapshot
      WHERE case_id = OLD.case_id;
  END IF;
  IF NOT is_formality THEN
    INSERT INTO declaration (case_id, lrn, direction, lane, control_state, agencies_state, debt_state, goods_state)
      VALUES (NEW.case_id, NEW.lrn, NEW.direction, NEW.lane, NEW.control_state, NEW.agencies_state, NEW.debt_state,
        NEW.goods_state)
      ON CONFLICT (case_id) DO UPDATE SET lrn = excluded.lrn, direction = excluded.direction, lane = excluded.lane,
        control_state = excluded.control_state, agencies_state = excluded.agencies_state,
        debt_state = excluded.debt_state, goods_state = excluded.goods_state;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER write_case_file INSTEAD OF INSERT OR UPDATE ON case_file FOR EACH ROW
  EXECUTE FUNCTION customhouse_write_case_file();

CREATE OR REPLACE FUNCTION customhouse_erase_notifications(ids uuid[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE public.notification n SET body = '{"erased": true}'
    WHERE n.case_id = ANY (ids) AND n.body <> '{"erased": true}'
      AND EXISTS (SELECT FROM public.case_envelope c WHERE c.case_id = n.case_id
        AND (c.snapshot ? 'erased' OR c.snapshot -> 'facts' ? 'erasedReason'))
$$;
