-- One database serves one country: its MRNs, codes and accounts mean nothing in another.
CREATE TABLE installation (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  country text NOT NULL
);
ALTER TABLE installation ENABLE ROW LEVEL SECURITY;
CREATE POLICY writer_all ON installation TO customhouse_writer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON installation TO customhouse_writer;
