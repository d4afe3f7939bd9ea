-- When a device came back without its database: its browser had deleted what Livret kept there.
alter table device add column emptied_at timestamptz;
