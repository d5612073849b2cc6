-- Operators whom partner administrations have authorised, as their lists say. A new list of an arrangement replaces the
-- one before as a whole; what counted on which day is in the audit of imports.
CREATE TABLE recognised_list (
  arrangement text COLLATE "C" PRIMARY KEY,
  digest text NOT NULL,
  traders int NOT NULL,
  imported_by text NOT NULL,
  imported_at timestamptz NOT NULL
);
CREATE TABLE recognised_trader (
  id text COLLATE "C" NOT NULL,
  arrangement text COLLATE "C" NOT NULL REFERENCES recognised_list ON DELETE CASCADE,
  type text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  PRIMARY KEY (id, arrangement, type, valid_from)
);
CREATE INDEX recognised_trader_arrangement ON recognised_trader (arrangement);

ALTER TABLE recognised_list ENABLE ROW LEVEL SECURITY;
CREATE POLICY writer_all ON recognised_list TO customhouse_writer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON recognised_list TO customhouse_writer;
ALTER TABLE recognised_trader ENABLE ROW LEVEL SECURITY;
CREATE POLICY writer_all ON recognised_trader TO customhouse_writer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON recognised_trader TO customhouse_writer;
