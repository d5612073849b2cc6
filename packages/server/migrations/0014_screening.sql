-- Watch lists as they were imported. One version of a list is in force at most, put there by another person than who
-- imported it.
CREATE TABLE screening_list (
  list text NOT NULL,
  version text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'active', 'superseded', 'rejected')),
  source text NOT NULL,
  licence text NOT NULL,
  -- When the file was taken from its publisher.
  retrieved_at timestamptz NOT NULL,
  entry_count int NOT NULL,
  -- Hex SHA-256 of the file.
  digest text NOT NULL,
  -- Against the version that was in force when it was imported.
  changes jsonb NOT NULL,
  -- Rows that were left out.
  broken jsonb NOT NULL,
  -- Gzipped JSON.
  entries bytea NOT NULL,
  imported_by text NOT NULL,
  imported_at timestamptz NOT NULL,
  activated_by text CHECK (activated_by IS NULL OR activated_by <> imported_by),
  activated_at timestamptz,
  PRIMARY KEY (list, version)
);
CREATE UNIQUE INDEX screening_list_one_active ON screening_list (list) WHERE state = 'active';

-- Whom declarations named, so that a new list is compared with them too. A party that is written otherwise is another row.
CREATE TABLE screening_party (
  -- Hex SHA-256 of all that is screened of the party.
  digest text PRIMARY KEY,
  party_key text NOT NULL,
  body jsonb NOT NULL,
  last_seen date NOT NULL,
  last_case uuid,
  -- The lists in force when it was last screened. Null: not yet.
  screened_with text
);
CREATE INDEX screening_party_seen ON screening_party (last_seen);

-- Declarations that were decided on without an answer; their parties are screened as soon as it can be done.
CREATE TABLE screening_waiting (
  case_id uuid NOT NULL,
  party_digest text NOT NULL,
  PRIMARY KEY (party_digest, case_id)
);

-- Likenesses that a person has to look at. An erased one keeps the digest of its pair and no name.
CREATE TABLE screening_hit (
  hit_id uuid PRIMARY KEY,
  party_key text NOT NULL,
  list text NOT NULL,
  entry_id text NOT NULL,
  pair_digest text NOT NULL,
  state text NOT NULL CHECK (state IN ('found', 'reviewed', 'confirmed', 'erased')),
  body jsonb NOT NULL,
  found_at timestamptz NOT NULL,
  found_with text NOT NULL,
  -- Found when a list changed, and not when a declaration came.
  retroactive boolean NOT NULL,
  changed_at timestamptz NOT NULL,
  keep_until date NOT NULL
);
CREATE UNIQUE INDEX screening_hit_pair ON screening_hit (pair_digest, list, entry_id, party_key)
  WHERE state <> 'erased';
CREATE INDEX screening_hit_state ON screening_hit (state, hit_id);
CREATE INDEX screening_hit_changed ON screening_hit (changed_at) WHERE state = 'confirmed';
CREATE INDEX screening_hit_due ON screening_hit (keep_until) WHERE state <> 'erased';

CREATE TABLE screening_hit_case (
  hit_id uuid NOT NULL REFERENCES screening_hit (hit_id),
  case_id uuid NOT NULL,
  PRIMARY KEY (hit_id, case_id)
);

-- Models that read descriptions of goods; a policy of risk names one by its digest.
CREATE TABLE description_model (
  digest text PRIMARY KEY,
  name text NOT NULL,
  card jsonb NOT NULL,
  content bytea NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['screening_list', 'screening_party', 'screening_waiting', 'screening_hit',
    'screening_hit_case', 'description_model'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY writer_all ON %I TO customhouse_writer USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON screening_list, screening_hit TO customhouse_writer;
GRANT SELECT, INSERT, UPDATE, DELETE ON screening_party TO customhouse_writer;
GRANT SELECT, INSERT, DELETE ON screening_waiting TO customhouse_writer;
GRANT SELECT, INSERT ON screening_hit_case, description_model TO customhouse_writer;
