-- The operational schema. Conventions:
--  * case_id is a UUIDv7 made by the server: its order is the order of submission, so it serves as the
--    keyset for paging and its ranges are time ranges.
--  * event, notification, leaf and party_position are append-only; the writer role may not change them.
--  * personal data lives only in payload, draft and upload, which can be deleted without touching a proof.

CREATE TABLE case_file (
  case_id uuid PRIMARY KEY,
  version int NOT NULL CHECK (version > 0),
  country text NOT NULL,
  lrn text COLLATE "C" NOT NULL,
  mrn text COLLATE "C" UNIQUE,
  declarant text COLLATE "C" NOT NULL,
  message_type text NOT NULL,
  office text COLLATE "C" NOT NULL,
  agencies text[] NOT NULL DEFAULT '{}',
  lane text,
  direction text NOT NULL,
  control_state text NOT NULL,
  agencies_state text NOT NULL,
  debt_state text NOT NULL,
  goods_state text NOT NULL,
  submitted_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- How many events, notifications and leaves the case has: the next one's number, read under its lock.
  event_count int NOT NULL,
  notification_count int NOT NULL,
  leaf_count int NOT NULL,
  snapshot jsonb NOT NULL,
  -- An officer has an open task or request to decide.
  needs_officer boolean NOT NULL GENERATED ALWAYS AS (
    snapshot @> '{"tasks":[{"state":"open"}]}' OR snapshot @> '{"requests":[{"state":"open"}]}') STORED
) WITH (fillfactor = 80);
CREATE INDEX case_file_lrn ON case_file (lrn);
CREATE INDEX case_file_declarant ON case_file (declarant, case_id);
CREATE INDEX case_file_office ON case_file (office, case_id);
CREATE INDEX case_file_to_decide ON case_file (office, case_id) WHERE needs_officer;
CREATE INDEX case_file_agency_open ON case_file USING gin (agencies)
  WHERE agencies_state IN ('pending', 'held');
CREATE INDEX case_file_ucrs ON case_file USING gin ((snapshot -> 'ucrs') jsonb_path_ops);
COMMENT ON COLUMN case_file.snapshot IS 'The pure core''s case after its last event. No personal data.';

-- A community system told us that these consignment references travel under a master reference.
CREATE TABLE ucr_link (
  ucr text COLLATE "C" NOT NULL,
  master text COLLATE "C" NOT NULL,
  PRIMARY KEY (ucr, master)
);
CREATE INDEX ucr_link_master ON ucr_link (master);

CREATE TABLE event (
  case_id uuid NOT NULL,
  seq int NOT NULL,
  type text NOT NULL,
  v int NOT NULL,
  body jsonb NOT NULL,
  legal_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  known_at timestamptz NOT NULL,
  -- One per command. After a lost connection it tells whether the commit had happened.
  commit_id uuid NOT NULL,
  PRIMARY KEY (case_id, seq)
);

CREATE TABLE notification (
  case_id uuid NOT NULL,
  seq int NOT NULL,
  party text COLLATE "C" NOT NULL,
  function_code text NOT NULL,
  issued_at timestamptz NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (case_id, seq)
);

CREATE TABLE payload (
  case_id uuid NOT NULL,
  digest bytea NOT NULL,
  kind text NOT NULL,
  media_type text NOT NULL,
  content bytea NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, kind, digest)
);

CREATE TABLE idempotency (
  scope text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  request_digest bytea NOT NULL,
  case_id uuid NOT NULL,
  branch text NOT NULL DEFAULT 'granted' CHECK (branch IN ('granted', 'refused')),
  response jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_age ON idempotency USING brin (created_at);

CREATE TABLE lrn_claim (
  declarant text COLLATE "C" NOT NULL,
  lrn text COLLATE "C" NOT NULL,
  case_id uuid NOT NULL,
  claimed_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (declarant, lrn)
);

CREATE TABLE balance (
  account text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  amount bigint NOT NULL,
  floor bigint NOT NULL DEFAULT 0,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account, unit),
  CONSTRAINT balance_not_below_floor CHECK (amount >= floor)
);

CREATE TABLE deadline (
  case_id uuid NOT NULL,
  kind text NOT NULL,
  due_at timestamptz NOT NULL,
  claimed_until timestamptz,
  attempts int NOT NULL DEFAULT 0,
  PRIMARY KEY (case_id, kind)
);
CREATE INDEX deadline_due ON deadline (due_at);

-- A committed leaf that has no number yet. id keeps a case's own order: a later command of the same case
-- is given its id only after the earlier one's row lock is gone. A row without a digest carries only
-- notifications that need their place in each party's order.
CREATE TABLE pending_leaf (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id uuid NOT NULL,
  seq int,
  digest bytea,
  first_notification int NOT NULL DEFAULT 0,
  parties text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  CHECK ((seq IS NULL) = (digest IS NULL))
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

CREATE TABLE leaf (
  idx bigint PRIMARY KEY,
  leaf_hash bytea NOT NULL,
  digest bytea NOT NULL,
  case_id uuid NOT NULL,
  seq int NOT NULL,
  UNIQUE (case_id, seq)
);

-- C2SP tiles: up to 256 hashes each. The right edge of the tree is the last tile of every level.
CREATE TABLE log_tile (
  level int NOT NULL,
  n bigint NOT NULL,
  hashes bytea NOT NULL,
  PRIMARY KEY (level, n)
);

-- One row. size only grows; fenced by UPDATE ... WHERE size = $old.
CREATE TABLE log_head (
  origin text PRIMARY KEY,
  size bigint NOT NULL,
  root bytea NOT NULL,
  signed_note text NOT NULL,
  fence bigint NOT NULL DEFAULT 0,
  signed_at timestamptz NOT NULL
);

CREATE TABLE lease (
  name text PRIMARY KEY,
  holder text NOT NULL,
  fence bigint NOT NULL,
  expires_at timestamptz NOT NULL
);

-- Each party's notifications numbered 1, 2, 3 without gaps, by the sequencer.
CREATE TABLE party_position (
  party text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  case_id uuid NOT NULL,
  seq int NOT NULL,
  PRIMARY KEY (party, position)
);
CREATE TABLE party_head (
  party text COLLATE "C" PRIMARY KEY,
  position bigint NOT NULL
) WITH (fillfactor = 50);

-- What a party that pulls one by one has read.
CREATE TABLE pulled (
  party text COLLATE "C" NOT NULL,
  case_id uuid NOT NULL,
  seq int NOT NULL,
  pulled_at timestamptz NOT NULL,
  PRIMARY KEY (party, case_id, seq)
);

CREATE TABLE subscriber (
  subscriber_id uuid PRIMARY KEY,
  party text COLLATE "C" NOT NULL,
  url text NOT NULL,
  secret text NOT NULL,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL
);
CREATE INDEX subscriber_party ON subscriber (party);

CREATE TABLE subscriber_cursor (
  subscriber_id uuid PRIMARY KEY REFERENCES subscriber ON DELETE CASCADE,
  position bigint NOT NULL DEFAULT 0,
  failures int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  claimed_by text,
  claimed_until timestamptz
);
CREATE INDEX subscriber_cursor_next ON subscriber_cursor (next_attempt_at);

CREATE TABLE delivery_attempt (
  subscriber_id uuid NOT NULL REFERENCES subscriber ON DELETE CASCADE,
  position bigint NOT NULL,
  attempt int NOT NULL,
  at timestamptz NOT NULL,
  outcome text NOT NULL,
  status int,
  duration_ms int NOT NULL,
  PRIMARY KEY (subscriber_id, position, at)
);

CREATE TABLE upload (
  upload_id uuid PRIMARY KEY,
  case_id uuid,
  declarant text COLLATE "C" NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size_bytes bigint NOT NULL,
  digest bytea NOT NULL,
  state text NOT NULL CHECK (state IN ('received', 'scanned', 'rejected', 'attached')),
  created_at timestamptz NOT NULL,
  content bytea NOT NULL
);
CREATE INDEX upload_declarant ON upload (declarant, upload_id);
CREATE INDEX upload_case ON upload (case_id) WHERE case_id IS NOT NULL;

CREATE TABLE draft (
  draft_id uuid PRIMARY KEY,
  declarant text COLLATE "C" NOT NULL,
  title text NOT NULL,
  version int NOT NULL,
  body jsonb NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX draft_declarant ON draft (declarant, updated_at);

CREATE TABLE audit_read (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  reader text NOT NULL,
  role text NOT NULL,
  purpose text NOT NULL,
  action text NOT NULL,
  case_id uuid,
  detail jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_read_case ON audit_read (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX audit_read_at ON audit_read USING brin (at);
