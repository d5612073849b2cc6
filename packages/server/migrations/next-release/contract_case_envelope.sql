-- Contracts
-- Not applied by this release: it goes into the next one under the next number, when no server older than this release
-- runs any more. Servers of this release know the names of both.
DROP VIEW case_file;
DROP FUNCTION customhouse_write_case_file();
DROP INDEX case_file_updated;
ALTER INDEX case_file_pkey RENAME TO case_envelope_pkey;
ALTER INDEX case_file_mrn_key RENAME TO case_envelope_number_key;
ALTER INDEX case_file_declarant RENAME TO case_envelope_holder;
