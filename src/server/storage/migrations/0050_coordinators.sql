-- Who coordinates a centre: opens its logbooks, and is in each of them from then on.

create table coordinator (
  centre_id uuid not null references centre (id),
  person_id uuid not null references person (id),
  -- First and last day, both included; null: no end.
  valid_from date not null,
  valid_until date,
  primary key (centre_id, person_id, valid_from)
);

create index coordinator_person on coordinator (person_id);
