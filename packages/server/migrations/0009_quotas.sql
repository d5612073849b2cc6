-- Claims on tariff quotas wait for the end of their day; those of one day are shared out together.
CREATE INDEX case_file_quota_open ON case_file ((snapshot -> 'quota' ->> 'day'))
  WHERE snapshot @> '{"quota":{"open":true}}';
CREATE INDEX case_file_quota_day ON case_file ((snapshot -> 'quota' ->> 'day')) WHERE snapshot ? 'quota';
