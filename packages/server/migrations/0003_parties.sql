-- Whoever is named in a declaration finds it in lists: a broker that lodged it, an importer that did not.
ALTER TABLE case_file ADD COLUMN parties text[] NOT NULL DEFAULT '{}';
CREATE INDEX case_file_parties ON case_file USING gin (parties);

DROP POLICY reader_scope ON case_file;
CREATE POLICY reader_scope ON case_file FOR SELECT TO customhouse_reader USING (
  CASE (SELECT customhouse_scope_kind())
    WHEN 'everything' THEN true
    WHEN 'declarants' THEN declarant = ANY ((SELECT customhouse_scope_ids())::text[])
      OR parties && (SELECT customhouse_scope_ids())
    WHEN 'offices' THEN office = ANY ((SELECT customhouse_scope_ids())::text[])
    WHEN 'agencies' THEN agencies && (SELECT customhouse_scope_ids())
    WHEN 'cases' THEN case_id = ANY ((SELECT customhouse_scope_ids())::uuid[])
    ELSE false
  END);
