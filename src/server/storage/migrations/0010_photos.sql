-- Photos on their way, in pieces, until they are whole. Here and not in a folder, so that any
-- server process can take the next piece, and what was confirmed is on the disk.

create table upload (
  logbook_id uuid not null references logbook (id),
  person_id uuid not null,
  sha256 text not null,
  -- Bytes the whole photo has, as its device said, and bytes that arrived so far.
  size int not null,
  received int not null,
  -- When the last piece arrived.
  at timestamptz not null,
  primary key (logbook_id, person_id, sha256)
);

create index upload_at on upload (at);

create table upload_piece (
  logbook_id uuid not null,
  person_id uuid not null,
  sha256 text not null,
  -- Where in the photo it begins.
  start int not null,
  bytes bytea not null,
  primary key (logbook_id, person_id, sha256, start),
  foreign key (logbook_id, person_id, sha256)
    references upload (logbook_id, person_id, sha256) on delete cascade
);

-- A JPEG does not become smaller.
alter table upload_piece alter column bytes set storage external;
