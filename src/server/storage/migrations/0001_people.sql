-- Who may come in. What people write is in the logbook tables.

create table centre (
  id uuid primary key,
  name text not null
);

create table person (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  name text not null,
  email text not null,
  language text not null default 'fr',
  created_at timestamptz not null
);

create unique index person_email on person (lower(email));
create index person_centre on person (centre_id);

-- The token itself is only in the browser's cookie.
create table session (
  token_hash bytea primary key,
  person_id uuid not null references person (id) on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  label text not null
);

create index session_person on session (person_id);

-- One row for each request, also for an address nobody has: both must look the same.
create table sign_in_code (
  request_id uuid primary key,
  email text not null,
  person_id uuid references person (id) on delete cascade,
  code_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  used_at timestamptz
);

create index sign_in_code_email on sign_in_code (email);

create table device (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  public_key jsonb,
  -- RFC 7638 thumbprint of public_key.
  key_id text unique,
  label text not null,
  enrolled_at timestamptz not null,
  revoked_at timestamptz,
  last_seen_at timestamptz not null,
  -- Operations the device said it still holds, at its last contact.
  pending int not null default 0
);

create index device_person on device (person_id);

create table server_key (
  key_id text primary key,
  private_key jsonb not null,
  public_key jsonb not null,
  created_at timestamptz not null
);

-- The shape rate-limiter-flexible expects; expire is in milliseconds since 1970.
create table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
