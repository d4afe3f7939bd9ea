-- Which database this is, so that a copy of it that is put back by hand is recognised when a server
-- starts on it: see origin.ts.

create table origin (
  only_row boolean primary key default true check (only_row),
  identity text not null
);
