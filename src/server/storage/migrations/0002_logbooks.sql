-- What people write. Every key begins with the logbook, so that the tables can be spread by it.

create table logbook (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  -- seq of the last operation. Who holds this row's lock gives the next number.
  head bigint not null default 0,
  -- Hash over all operations up to head, see domain/chain.ts.
  chain text not null default repeat('0', 64),
  -- Grows with every change of the members or the facts: devices then fetch the logbook anew.
  grant_number int not null default 1,
  programme text not null,
  cohort text not null,
  -- {name, city, activity}
  company jsonb not null,
  contract_start date not null,
  contract_end date not null,
  created_at timestamptz not null
);

create index logbook_centre on logbook (centre_id);

-- Reading and writing are allowed from the first day to the last, both included.
create table member (
  logbook_id uuid not null references logbook (id),
  person_id uuid not null references person (id),
  role text not null,
  valid_from date not null,
  valid_until date,
  primary key (logbook_id, person_id, role, valid_from)
);

create index member_person on member (person_id);

-- Everything members ever sent, whatever became of it. Only ever added to.
create table operation (
  logbook_id uuid not null references logbook (id),
  seq bigint not null,
  id uuid not null,
  device_id uuid not null,
  -- The device's own counter in this logbook.
  n int not null,
  -- Who acted: the device's owner, or the person it was handed to.
  actor uuid not null,
  -- The operation as received, as JSON. Not jsonb: that knows neither U+0000 nor lone surrogates.
  body text not null,
  hash text not null,
  verdict text not null,
  code text,
  at timestamptz not null,
  -- Head of the chain after this operation.
  chain text not null,
  primary key (logbook_id, seq),
  unique (logbook_id, id),
  unique (logbook_id, device_id, n)
);

-- How far each device has come in each logbook.
create table device_counter (
  logbook_id uuid not null references logbook (id),
  device_id uuid not null,
  last_n int not null,
  -- Operations the device still held after its last push.
  pending int not null,
  primary key (logbook_id, device_id)
);

create table document (
  logbook_id uuid not null references logbook (id),
  id uuid not null,
  kind text not null,
  author uuid not null,
  state text not null,
  -- Last change that the author can see.
  seq bigint not null,
  -- Last change that others can see; null while they can see nothing.
  shared_seq bigint,
  -- How many versions there are.
  versions int not null,
  -- {fields, alternatives}
  draft jsonb not null,
  returns jsonb not null,
  primary key (logbook_id, id)
);

create index document_seq on document (logbook_id, seq);

create table version (
  logbook_id uuid not null,
  document_id uuid not null,
  number int not null,
  -- Canonical JSON.
  content text not null,
  hash text not null,
  at timestamptz not null,
  primary key (logbook_id, document_id, number),
  foreign key (logbook_id, document_id) references document (logbook_id, id)
);

create table signature (
  logbook_id uuid not null,
  document_id uuid not null,
  version int not null,
  hash text not null,
  signer uuid not null,
  role text not null,
  level text not null,
  via uuid,
  at timestamptz not null,
  jws text,
  -- The key as it was on that day: {keyId, personId, device, publicKey}.
  signing_key jsonb,
  receipt text not null,
  operation_id uuid not null,
  -- Of the operation that brought it: the order in which people signed.
  seq bigint not null,
  primary key (logbook_id, document_id, version, signer),
  foreign key (logbook_id, document_id, version)
    references version (logbook_id, document_id, number)
);

-- Bytes by their hash; whose they are is in file_reference.
create table file (
  sha256 text primary key,
  size int not null,
  mime text not null,
  stored_at timestamptz not null
);

-- Who brought a file into a logbook.
create table file_reference (
  logbook_id uuid not null references logbook (id),
  sha256 text not null references file (sha256),
  person_id uuid not null,
  primary key (logbook_id, sha256, person_id)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name
    using errcode = 'restrict_violation';
end
$$;

create trigger operation_is_final before update or delete on operation
  for each row execute function refuse_change();
create trigger version_is_final before update or delete on version
  for each row execute function refuse_change();
create trigger signature_is_final before update or delete on signature
  for each row execute function refuse_change();
create trigger operation_is_kept before truncate on operation
  for each statement execute function refuse_change();
create trigger version_is_kept before truncate on version
  for each statement execute function refuse_change();
create trigger signature_is_kept before truncate on signature
  for each statement execute function refuse_change();
