-- Operations that did not come from their device, but in a file that it gave away. They are kept like
-- all others, under a device id of their own; here is who wrote them and who brought them. Only ever
-- added to.

create table rescued (
  logbook_id uuid not null references logbook (id),
  operation_id uuid not null,
  -- The device that wrote it, and its number there.
  device_id uuid not null,
  n int not null,
  -- Whose device that is.
  owner uuid not null,
  brought_by uuid not null,
  -- What the device says of the file with its key (compact JWS); null: its owner brought it.
  seal text,
  primary key (logbook_id, operation_id),
  foreign key (logbook_id, operation_id) references operation (logbook_id, id)
);

create index rescued_device on rescued (logbook_id, device_id);

create trigger rescued_is_final before update or delete on rescued
  for each row execute function refuse_change();
create trigger rescued_is_kept before truncate on rescued
  for each statement execute function refuse_change();
