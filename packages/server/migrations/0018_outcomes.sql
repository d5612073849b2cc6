-- What an offence, an audit or an appeal found is a fact about a declaration, told by an event of another case; an audit
-- tells of several at once.
ALTER TABLE risk_fact ADD COLUMN of_case uuid;
ALTER TABLE risk_fact DROP CONSTRAINT risk_fact_case_id_event_seq_key;
ALTER TABLE risk_fact ADD CONSTRAINT risk_fact_event UNIQUE NULLS NOT DISTINCT (case_id, event_seq, of_case);
