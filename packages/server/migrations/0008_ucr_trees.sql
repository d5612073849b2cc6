-- A master reference can itself travel under another; once closed, nothing more is put under it.
CREATE TABLE ucr_closed (
  master text COLLATE "C" PRIMARY KEY,
  at timestamptz NOT NULL
);
ALTER TABLE ucr_closed ENABLE ROW LEVEL SECURITY;
CREATE POLICY writer_all ON ucr_closed TO customhouse_writer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON ucr_closed TO customhouse_writer;
