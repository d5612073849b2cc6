-- Formalities (permits, registrations, mandates, guarantees and so on) are cases too: they share the write path, the
-- events, the log, notifications, deadlines and access rules. Their direction is 'formality', message_type their kind,
-- mrn their number, control_state their state.
CREATE INDEX case_file_formality ON case_file (message_type, case_id) WHERE direction = 'formality';
CREATE INDEX case_file_formality_changed ON case_file (updated_at) WHERE direction = 'formality';
