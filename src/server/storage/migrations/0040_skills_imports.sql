-- The skills that a coordinator imported for a programme of the centre. The one of the highest
-- number counts; with each, devices fetch the logbooks of the programme anew. Only ever added to.

create table skills_import (
  centre_id uuid not null references centre (id),
  programme text not null,
  -- 1, 2, 3 … without a hole: it counts as that many changes of the facts of a logbook.
  number int not null,
  person_id uuid not null references person (id),
  at timestamptz not null,
  -- The file as it was chosen.
  csv text not null,
  -- {blocks, former}: all that is imported once this one is in, see protocol/importedSkills.ts.
  content jsonb not null,
  primary key (centre_id, programme, number)
);

create trigger skills_import_is_final before update or delete on skills_import
  for each row execute function refuse_change();
create trigger skills_import_is_kept before truncate on skills_import
  for each statement execute function refuse_change();
