-- In batches: each in a transaction of its own, after the case that $1 names, until none is left. Cut short, it begins
-- anew and finds what it did. Rows are locked in the order in which writers lock them.
WITH batch AS (
    SELECT case_id, lrn, direction, lane, control_state, agencies_state, debt_state, goods_state FROM case_file
    WHERE case_id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000')
    ORDER BY case_id LIMIT 2000 FOR UPDATE),
  copied AS (
    INSERT INTO declaration (case_id, lrn, direction, lane, control_state, agencies_state, debt_state, goods_state)
    SELECT * FROM batch WHERE direction <> 'formality' ON CONFLICT DO NOTHING),
  sorted AS (
    UPDATE case_file c SET sort = 'formality' FROM batch b
    WHERE c.case_id = b.case_id AND b.direction = 'formality' AND c.sort <> 'formality')
SELECT case_id AS last FROM batch ORDER BY case_id DESC LIMIT 1
