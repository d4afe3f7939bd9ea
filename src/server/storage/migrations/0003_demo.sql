-- Only the demonstration writes here: whom one may come in as, and the mails that went nowhere.

create table demo_person (
  person_id uuid primary key references person (id) on delete cascade,
  position int not null,
  role text not null,
  about text not null
);

create table demo_mail (
  id uuid primary key,
  sent_at timestamptz not null,
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text not null
);

create index demo_mail_sent on demo_mail (sent_at desc);
