-- Filings by the parties that they name, so that a list that changes finds all of them, and not the last one alone.
CREATE TABLE filing_party (
  party_digest text NOT NULL,
  case_id uuid NOT NULL,
  PRIMARY KEY (party_digest, case_id)
);
CREATE INDEX filing_party_case ON filing_party (case_id);

-- What became known of a case by itself. A filing is assessed anew, unless its risk run has weighed the same already; for
-- a declaration a control may be ordered. A row goes when that is done, or when the filing is over.
CREATE TABLE case_news (
  case_id uuid NOT NULL,
  trigger text NOT NULL CHECK (trigger IN ('list-change', 'container-alarm')),
  -- Digest of the pair of party and entry, or id of the alarm.
  reference text NOT NULL,
  PRIMARY KEY (case_id, reference)
);

-- Alarms of containers, as carriers, terminals and customs report them. Never changed.
CREATE TABLE container_alarm (
  alarm_id uuid PRIMARY KEY,
  container text NOT NULL,
  kind text NOT NULL,
  -- When it went off.
  at timestamptz NOT NULL,
  location text,
  source text,
  reported_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  -- The reporter's promise that two requests with one key are the same.
  idempotency_key text,
  request_digest text NOT NULL
);
CREATE INDEX container_alarm_container ON container_alarm (container, at);
CREATE UNIQUE INDEX container_alarm_key ON container_alarm (reported_by, idempotency_key);

-- Alarms find the filings and declarations that name the container.
CREATE INDEX case_file_cargo_containers_declared ON case_file
  USING gin ((snapshot -> 'cargo' -> 'containers') jsonb_path_ops) WHERE snapshot ? 'cargo';
CREATE INDEX case_file_filing_containers ON case_file USING gin ((snapshot -> 'facts' -> 'containers') jsonb_path_ops)
  WHERE message_type = 'filing';

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['filing_party', 'case_news', 'container_alarm'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY writer_all ON %I TO customhouse_writer USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, DELETE ON filing_party, case_news TO customhouse_writer;
GRANT SELECT, INSERT ON container_alarm TO customhouse_writer;
