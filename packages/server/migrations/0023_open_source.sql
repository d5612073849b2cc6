-- What analysts read in the open: with source, licence, age and confidence, and a last day. It belongs to no case; which
-- parties it may speak of is worked out from its mentions when somebody looks at a case.
CREATE TABLE open_source_item (
  -- SHA-256 of source and the source's own identifier: taken in again, it is the same item.
  item_id text PRIMARY KEY,
  position bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  -- The item as it was taken in.
  body jsonb NOT NULL,
  -- Last day on which it counts. The day after, it goes.
  expires_on date NOT NULL,
  taken_by text NOT NULL,
  taken_at timestamptz NOT NULL
);
CREATE INDEX open_source_item_expiry ON open_source_item (expires_on);

CREATE TABLE open_source_mention (
  item_id text NOT NULL REFERENCES open_source_item ON DELETE CASCADE,
  place integer NOT NULL,
  mention text NOT NULL,
  -- Hashes of how its words sound, each consonant left out in turn: names that are alike share one.
  keys bigint[] NOT NULL,
  PRIMARY KEY (item_id, place)
);
CREATE INDEX open_source_mention_keys ON open_source_mention USING gin (keys);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['open_source_item', 'open_source_mention'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY writer_all ON %I TO customhouse_writer USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON open_source_item, open_source_mention TO customhouse_writer;
