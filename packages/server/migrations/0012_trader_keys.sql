-- What registrations may be alike by: digests of parts of names, numbers and contacts, so that a search for duplicates
-- reads the few that share one. They go with the record that they were made of.
CREATE TABLE trader_key (
  key bytea NOT NULL,
  case_id uuid NOT NULL,
  kind text NOT NULL DEFAULT 'formality',
  digest bytea NOT NULL,
  PRIMARY KEY (key, case_id),
  FOREIGN KEY (case_id, kind, digest) REFERENCES payload (case_id, kind, digest) ON DELETE CASCADE
);
CREATE INDEX trader_key_record ON trader_key (case_id, digest);

-- Up to when registrations have their keys.
CREATE TABLE trader_key_mark (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  at timestamptz NOT NULL
);

ALTER TABLE trader_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY writer_all ON trader_key TO customhouse_writer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON trader_key TO customhouse_writer;
ALTER TABLE trader_key_mark ENABLE ROW LEVEL SECURITY;
CREATE POLICY writer_all ON trader_key_mark TO customhouse_writer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON trader_key_mark TO customhouse_writer;
