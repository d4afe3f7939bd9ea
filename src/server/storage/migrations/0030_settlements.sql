-- What a person decided about operations that were put aside (`held`). The operation stays as it
-- came; its verdict is from then on the one of its settlement. Only ever added to.

create table settlement (
  logbook_id uuid not null references logbook (id),
  -- From the same counter as the operations': no number stands in both tables.
  seq bigint not null,
  operation_id uuid not null,
  settler uuid not null,
  -- take, refuse
  decision text not null,
  reason text,
  verdict text not null,
  code text,
  -- Over settlementStatement, see domain/settlement.ts.
  hash text not null,
  at timestamptz not null,
  -- Head of the chain after this settlement.
  chain text not null,
  primary key (logbook_id, seq),
  unique (logbook_id, operation_id),
  foreign key (logbook_id, operation_id) references operation (logbook_id, id)
);

create index operation_held on operation (logbook_id) where verdict = 'held';

create trigger settlement_is_final before update or delete on settlement
  for each row execute function refuse_change();
create trigger settlement_is_kept before truncate on settlement
  for each statement execute function refuse_change();
