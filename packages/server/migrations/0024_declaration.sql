-- A case becomes an envelope that every sort of case has, and what only declarations have moves to a table of their own.
-- Four steps, so that version N-1 writes on meanwhile: this one makes the new places, 0025 fills them in batches, 0026
-- makes the indexes, 0027 moves the names. Here and until 0027, triggers carry over what version N-1 writes.
CREATE TABLE declaration (
  case_id uuid PRIMARY KEY,
  lrn text COLLATE "C" NOT NULL,
  direction text NOT NULL,
  lane text,
  control_state text NOT NULL,
  agencies_state text NOT NULL,
  debt_state text NOT NULL,
  goods_state text NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX declaration_lrn ON declaration (lrn);
-- Few declarations wait for an agency at a time.
CREATE INDEX declaration_agency_open ON declaration (case_id) WHERE agencies_state IN ('pending', 'held');
COMMENT ON TABLE declaration IS 'What of the cases only declarations have. The MRN is the number of the case.';

ALTER TABLE declaration ENABLE ROW LEVEL SECURITY;
CREATE POLICY writer_all ON declaration TO customhouse_writer USING (true) WITH CHECK (true);
CREATE POLICY reader_scope ON declaration FOR SELECT TO customhouse_reader
  USING (EXISTS (SELECT FROM case_file c WHERE c.case_id = declaration.case_id));
GRANT SELECT, INSERT, UPDATE ON declaration TO customhouse_writer;
GRANT SELECT ON declaration TO customhouse_reader;

-- Constant defaults: the rows that are there are not written anew.
ALTER TABLE case_file ADD COLUMN sort text NOT NULL DEFAULT 'declaration', ADD COLUMN state text;

CREATE FUNCTION customhouse_sort_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.sort := CASE NEW.direction WHEN 'formality' THEN 'formality' ELSE 'declaration' END;
  NEW.state := CASE NEW.direction WHEN 'formality' THEN NEW.control_state END;
  RETURN NEW;
END $$;
CREATE TRIGGER sort_case BEFORE INSERT OR UPDATE ON case_file FOR EACH ROW EXECUTE FUNCTION customhouse_sort_case();

CREATE FUNCTION customhouse_copy_declaration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO declaration (case_id, lrn, direction, lane, control_state, agencies_state, debt_state, goods_state)
    VALUES (NEW.case_id, NEW.lrn, NEW.direction, NEW.lane, NEW.control_state, NEW.agencies_state, NEW.debt_state,
      NEW.goods_state)
    ON CONFLICT (case_id) DO UPDATE SET lane = excluded.lane, control_state = excluded.control_state,
      agencies_state = excluded.agencies_state, debt_state = excluded.debt_state, goods_state = excluded.goods_state;
  RETURN NULL;
END $$;
CREATE TRIGGER copy_declaration AFTER INSERT OR UPDATE ON case_file FOR EACH ROW WHEN (NEW.direction <> 'formality')
  EXECUTE FUNCTION customhouse_copy_declaration();
