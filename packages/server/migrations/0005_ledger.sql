-- One ledger for quotas, guarantees, deferment, cash and permits. A row is one transfer: what leaves one account
-- arrives at another, so that all accounts together are zero in every unit, always. An account with a row in
-- `balance` is guarded: it never falls below its floor. Any other (a case, the world outside) is the sum of its transfers.
CREATE TABLE transfer (
  transfer_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  from_account text COLLATE "C" NOT NULL,
  to_account text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  amount bigint NOT NULL,
  case_id uuid,
  commit_id uuid,
  at timestamptz NOT NULL,
  CONSTRAINT transfer_moves_something CHECK (amount > 0),
  CONSTRAINT transfer_between_two CHECK (from_account <> to_account)
);
CREATE INDEX transfer_from ON transfer (from_account, unit, transfer_id);
CREATE INDEX transfer_to ON transfer (to_account, unit, transfer_id);
CREATE INDEX transfer_case ON transfer (case_id) WHERE case_id IS NOT NULL;

ALTER TABLE balance ALTER COLUMN amount SET DEFAULT 0;

INSERT INTO transfer (from_account, to_account, unit, amount, at)
  SELECT 'outside/opening', account, unit, amount, updated_at FROM balance WHERE amount > 0;

ALTER TABLE transfer ENABLE ROW LEVEL SECURITY;
CREATE POLICY writer_all ON transfer TO customhouse_writer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON transfer TO customhouse_writer;
