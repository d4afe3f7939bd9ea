-- What everybody who sees a document sees alike, as the JSON that travels: its returns, versions and
-- signatures. Written with them, in the same statement. Their own tables stay the evidence; put
-- together anew for each reader, they cost five times as much.

alter table document add column frozen text;

update document d set frozen = json_build_object(
  'returns', d.returns,
  'versions', coalesce((
    select json_agg(json_build_object(
      'number', number, 'hash', hash, 'content', content::json,
      'at', to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    ) order by number)
    from version v where v.logbook_id = d.logbook_id and v.document_id = d.id), '[]'),
  'signatures', coalesce((
    select json_agg(json_build_object(
      'version', version, 'hash', hash, 'signer', signer, 'role', role, 'level', level, 'via', via,
      'at', to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'jws', jws,
      'receipt', receipt, 'by', operation_id
    ) order by seq)
    from signature s where s.logbook_id = d.logbook_id and s.document_id = d.id), '[]')
)::text;

alter table document alter column frozen set not null;
alter table document drop column returns;

-- The keys with which signatures of a logbook were made, each once, from its first signature on.
create table signing_key (
  logbook_id uuid not null references logbook (id),
  key_id text not null,
  -- {keyId, personId, device, publicKey}
  key jsonb not null,
  seq bigint not null,
  primary key (logbook_id, key_id)
);

insert into signing_key (logbook_id, key_id, key, seq)
select distinct on (logbook_id, signing_key->>'keyId') logbook_id, signing_key->>'keyId', signing_key, seq
from signature where signing_key is not null
order by logbook_id, signing_key->>'keyId', seq;
