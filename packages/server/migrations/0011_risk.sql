-- What risk runs go by: rules, model and settings of selection together. One is in force at most; with none, the
-- criteria of the country's folder alone select.
CREATE TABLE risk_policy (
  version int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('draft', 'tried', 'signed', 'active', 'superseded', 'rejected')),
  body jsonb NOT NULL,
  digest text NOT NULL,
  note text NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  -- What the back-test showed.
  report jsonb,
  -- A second person, who saw the report.
  signed_by text CHECK (signed_by IS DISTINCT FROM created_by OR signed_by IS NULL),
  signed_at timestamptz,
  activated_by text,
  activated_at timestamptz
);
CREATE UNIQUE INDEX risk_policy_one_active ON risk_policy ((true)) WHERE state = 'active';

CREATE TABLE risk_model (
  digest text PRIMARY KEY,
  name text NOT NULL,
  card jsonb NOT NULL,
  content bytea NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL
);

-- What histories, back-tests and models learn from: the facts of each risk run and the result of each control, in the
-- one order of the log. Parties are pseudonyms. Rows can be deleted without breaking a proof.
CREATE TABLE risk_fact (
  position bigint PRIMARY KEY,
  case_id uuid NOT NULL,
  event_seq int NOT NULL,
  at timestamptz NOT NULL,
  -- From when on histories take it in: late enough that every process has read it by then, so that a history is the
  -- same wherever and whenever it is put together.
  visible_at timestamptz NOT NULL,
  -- When it is played again: a run at its own moment, a result from when it counts.
  play_at timestamptz NOT NULL GENERATED ALWAYS AS (
    CASE WHEN body ->> 'kind' = 'run' THEN at ELSE visible_at END) STORED,
  body jsonb NOT NULL,
  UNIQUE (case_id, event_seq)
);
CREATE INDEX risk_fact_play ON risk_fact (play_at, position);

-- The features that a run saw, where somebody will ask why: kept so that the run can be explained as it was.
CREATE TABLE risk_run (
  case_id uuid NOT NULL,
  at timestamptz NOT NULL,
  row jsonb NOT NULL,
  PRIMARY KEY (case_id, at)
);

-- How far the log has been read into risk_fact.
CREATE TABLE risk_cursor (
  name text PRIMARY KEY,
  log_size bigint NOT NULL,
  position bigint NOT NULL
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['risk_policy', 'risk_model', 'risk_fact', 'risk_run', 'risk_cursor'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY writer_all ON %I TO customhouse_writer USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON risk_policy TO customhouse_writer;
GRANT SELECT, INSERT ON risk_model TO customhouse_writer;
GRANT SELECT, INSERT, DELETE ON risk_fact, risk_run TO customhouse_writer;
GRANT SELECT, INSERT, UPDATE ON risk_cursor TO customhouse_writer;
