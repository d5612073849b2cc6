-- A simplified declaration that nobody completed in time waits for an officer, without an open task. The query of the
-- queue repeats this condition word for word.
CREATE INDEX case_file_supplement_overdue ON case_file (office, case_id)
  WHERE snapshot @> '{"isSupplementOverdue":true}' AND NOT snapshot ? 'supplementedBy';
