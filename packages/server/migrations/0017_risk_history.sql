-- The history of risk as it stood at a position of the facts, in parts: a start folds in only what came after. What is in
-- it can be made again from the facts, so that the one before is not kept.
CREATE TABLE risk_history (
  position bigint NOT NULL,
  part int NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (position, part)
);

ALTER TABLE risk_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY writer_all ON risk_history TO customhouse_writer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON risk_history TO customhouse_writer;
