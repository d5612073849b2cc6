-- A likeness that becomes known after the lane was taken: the declaration is assessed anew while it is under customs
-- control, and what was released already is looked at by an officer.
ALTER TABLE case_news DROP CONSTRAINT case_news_trigger_check;
ALTER TABLE case_news ADD CONSTRAINT case_news_trigger_check
  CHECK (trigger IN ('list-change', 'container-alarm', 'screening'));
COMMENT ON TABLE filing_party IS 'Filings under way and declarations under customs control, by the parties that they name.';

-- What an officer is to look at of a declaration whose goods are gone. It is no event of the case: whoever reads its
-- receipts could tell from one more leaf that something was found.
CREATE TABLE case_review (
  case_id uuid NOT NULL,
  -- Digest of the pair of party and entry.
  reference text NOT NULL,
  found_at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('no-action', 'audit', 'offence')),
  concluded_by text,
  concluded_at timestamptz,
  PRIMARY KEY (case_id, reference),
  CHECK ((outcome IS NULL) = (concluded_by IS NULL) AND (outcome IS NULL) = (concluded_at IS NULL))
);
CREATE INDEX case_review_open ON case_review (case_id) WHERE outcome IS NULL;

ALTER TABLE case_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY writer_all ON case_review TO customhouse_writer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON case_review TO customhouse_writer;
