-- Tariffs that were imported. One is in force at most; with none, the measures of the country's folder are.
CREATE TABLE tariff_version (
  version int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('draft', 'tried', 'active', 'superseded', 'rejected')),
  measures jsonb NOT NULL,
  measure_count int NOT NULL,
  digest text NOT NULL,
  note text NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  activated_at timestamptz,
  -- What trying it on recent declarations showed.
  report jsonb
);
CREATE UNIQUE INDEX tariff_one_active ON tariff_version ((true)) WHERE state = 'active';

ALTER TABLE tariff_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY writer_all ON tariff_version TO customhouse_writer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON tariff_version TO customhouse_writer;
