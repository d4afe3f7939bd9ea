-- Its upper part is the generation, which changes when the database is restored from a backup: see
-- beginGeneration in logbooks.ts.
alter table logbook alter column grant_number type bigint;
