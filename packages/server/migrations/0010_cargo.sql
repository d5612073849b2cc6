-- Declarations find the cargo reports that they take over by transport document, else by container.
CREATE INDEX case_file_cargo_document ON case_file ((snapshot -> 'facts' ->> 'transportDocument'))
  WHERE message_type = 'cargoReport';
CREATE INDEX case_file_cargo_containers ON case_file USING gin ((snapshot -> 'facts' -> 'containers') jsonb_path_ops)
  WHERE message_type = 'cargoReport';
-- Cargo reports find the filings that were made before arrival.
CREATE INDEX case_file_filing_master ON case_file ((snapshot -> 'facts' ->> 'master')) WHERE message_type = 'filing';
CREATE INDEX case_file_filing_houses ON case_file USING gin ((snapshot -> 'facts' -> 'houses') jsonb_path_ops)
  WHERE message_type = 'filing';
-- A late cargo report finds the declarations that missed it.
CREATE INDEX case_file_cargo_missed ON case_file USING gin ((snapshot -> 'cargo' -> 'mismatches') jsonb_path_ops)
  WHERE snapshot ? 'cargo';
