-- Reading goes on meanwhile; writing waits, about a second for a million cases.
CREATE INDEX case_file_of_kind ON case_file (message_type, case_id) WHERE sort = 'formality';
CREATE INDEX case_file_formality_since ON case_file (updated_at) WHERE sort = 'formality';
-- For version N-1 alone, which looks for changed formalities twice a second and cannot use the one before; the next
-- release drops it.
CREATE INDEX case_file_updated ON case_file (updated_at);
