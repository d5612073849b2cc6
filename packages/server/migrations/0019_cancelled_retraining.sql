-- A run can be called off by a person. It ends at once, and what was learnt for it counts no more.
ALTER TABLE risk_retraining ADD COLUMN cancelled_by text;
ALTER TABLE risk_retraining DROP CONSTRAINT risk_retraining_outcome_check;
ALTER TABLE risk_retraining ADD CONSTRAINT risk_retraining_outcome_check
  CHECK (outcome IN ('too-little', 'one-class', 'not-better', 'draft', 'activated', 'failed', 'cancelled'));
ALTER TABLE risk_retraining ADD CONSTRAINT risk_retraining_cancelled
  CHECK ((cancelled_by IS NOT NULL) = (outcome IS NOT DISTINCT FROM 'cancelled'));
