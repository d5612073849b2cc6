-- Every run in which the server learns a challenger for the model in force: why, from what, and what came of it. One is
-- open at most, so that servers over one database do not learn the same twice.
CREATE TABLE risk_retraining (
  id uuid PRIMARY KEY,
  reason text NOT NULL CHECK (reason IN ('schedule', 'alarm', 'asked')),
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  -- How often it was begun: a server that is killed leaves it open for the next.
  attempt int NOT NULL DEFAULT 0,
  started_at timestamptz,
  ended_at timestamptz,
  -- The policy that was in force when it began; 0: none.
  policy int,
  -- Alarms of monitoring that stood then.
  alarms jsonb NOT NULL DEFAULT '[]',
  progress jsonb,
  outcome text CHECK (outcome IN ('too-little', 'one-class', 'not-better', 'draft', 'activated', 'failed')),
  code text,
  message text,
  -- Counts, digest of the data, figures of both models.
  result jsonb,
  model text REFERENCES risk_model (digest),
  draft int REFERENCES risk_policy (version),
  CHECK ((outcome IS NULL) = (ended_at IS NULL)),
  CHECK ((draft IS NOT NULL) = (outcome IS NOT NULL AND outcome IN ('draft', 'activated')))
);
CREATE UNIQUE INDEX risk_retraining_one_open ON risk_retraining ((true)) WHERE outcome IS NULL;
CREATE INDEX risk_retraining_asked ON risk_retraining (asked_at);
CREATE INDEX risk_retraining_ended ON risk_retraining (ended_at);

ALTER TABLE risk_retraining ENABLE ROW LEVEL SECURITY;
CREATE POLICY writer_all ON risk_retraining TO customhouse_writer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON risk_retraining TO customhouse_writer;
