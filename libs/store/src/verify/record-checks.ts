import { sqlCheck, type Check } from './check.js';

/** Checks over journals, documents, notifications and scopes that a query decides. */
export const recordChecks: readonly Check[] = [
  sqlCheck('journals', 'journals-gapless', 'Every number up to the last one of a journal is a row', `
    select format('%s %s', s.journal, s.year) as subject, format('%s of %s numbers up to %s are there', count(distinct e.seq), s.last_seq - min(e.seq) + 1, s.last_seq) as detail
    from journal_sequences s
    left join journal_entries e on e.organisation = s.organisation and e.journal = s.journal and e.year = s.year
    group by s.organisation, s.journal, s.year, s.last_seq
    having max(e.seq) is distinct from s.last_seq and count(e.seq) > 0 or count(distinct e.seq) <> coalesce(max(e.seq) - min(e.seq) + 1, 0)
    union all
    select format('%s %s', e.journal, e.year), 'has entries and no sequence' from journal_entries e
    where not exists (select from journal_sequences s where s.organisation = e.organisation and s.journal = e.journal and s.year = e.year)
    group by e.organisation, e.journal, e.year`),
  sqlCheck('journals', 'letters-after-numbers', 'A letter stands after a number that was given, with its reason', `
    select e.id as subject, format('%s has no number before it, or no reason', e.number) as detail from journal_entries e
    where e.suffix <> '' and (e.reason is null or not exists (
      select from journal_entries n where n.organisation = e.organisation and n.journal = e.journal and n.year = e.year and n.seq = e.seq and n.suffix = ''))`),
  sqlCheck('journals', 'numbers-unique', 'A journal gives the same number text once in a year', `
    select format('%s %s', journal, year) as subject, format('%s was given %s times', number, count(*)) as detail
    from journal_entries group by organisation, journal, year, number having count(*) > 1`),
  sqlCheck('documents', 'registration-matches', 'A registered document and its entry say the same number and date', `
    select e.document as subject, format('the journal says %s of %s, the document %s of %s', e.number, e.date, d.number, d.date) as detail
    from journal_entries e join documents d on d.id = e.document
    where e.status = 'registered' and (d.number is distinct from e.number or d.date is distinct from e.date)
    union all
    select d.id, format('has number %s and no entry', d.number) from documents d
    where d.number is not null and not exists (select from journal_entries e where e.document = d.id)`),
  sqlCheck('documents', 'versions-gapless', 'A document has versions 1..n, and its hash is that of the last', `
    select d.id as subject, format('says version %s, has %s', d.version, count(v.version)) as detail
    from documents d left join document_versions v on v.document = d.id
    group by d.id, d.version, d.content_hash
    having count(v.version) <> d.version or max(v.version) is distinct from d.version
      or max(v.content_hash) filter (where v.version = d.version) is distinct from d.content_hash`),
  sqlCheck('documents', 'signatures-cover', 'A signature covers the content of the version it names', `
    select s.document as subject, format('signature %s covers another content than version %s', s.id, s.version) as detail
    from signatures s join document_versions v on v.document = s.document and v.version = s.version where v.content_hash <> s.content_hash`),
  sqlCheck('records', 'record-versions-written', 'Each version of a record was written once, by a case that is there', `
    select r.id as subject, format('is at version %s, %s were written', r.version, count(w.version)) as detail
    from records r left join record_writes w on w.record = r.id
    group by r.id, r.version having count(w.version) <> r.version or max(w.version) is distinct from r.version
    union all
    select w.record, format('version %s names a case that is not there: %s', w.version, w.instance) from record_writes w
    where w.instance is not null and not exists (select from process_instances i where i.id = w.instance)`),
  sqlCheck('records', 'records-erased-whole', 'A record has its values, its key and its name, or none of them', `
    select id as subject, 'holds a part of its values' as detail from records
    where (erased_at is null) <> (data is not null) or (data is null) <> (natural_key is null) or (data is null and (title is not null or search is not null))`),
  sqlCheck('notifications', 'notifications-of-something', 'A notification names an instance that is there', `
    select n.id as subject, 'its instance is not there: ' || n.instance as detail from notifications n
    where n.instance is not null and not exists (select from process_instances i where i.id = n.instance)`),
  sqlCheck('links', 'links-of-a-task', 'A personal link is of a task that is there, and a mail is settled or waits', `
    select i.id as subject, 'its task is not there: ' || i.task as detail from invitations i where not exists (select from tasks t where t.id = i.task)
    union all
    select m.id, format('is %s and was settled: %s', m.state, m.settled_at) from mails m where (m.state = 'waiting') <> (m.settled_at is null)`),
  sqlCheck('scope', 'paths-match-organisations', 'A row stands where its organisation stands', `
    select w.id as subject, format('%s has path %s, its organisation %s', w.what, w.path, o.path) as detail
    from (
      select 'instance' as what, id::text, organisation, path from process_instances
      union all select 'task', id, organisation, path from tasks where status = 'open'
      union all select 'document', id::text, organisation, path from documents
      union all select 'record', id::text, organisation, path from records
      union all select 'person', id::text, organisation, path from people
      union all select 'role assignment', id::text, organisation, path from role_assignments
      union all select 'employment', id::text, organisation, path from employments
    ) w join organisations o on o.id = w.organisation where w.path <> o.path
    union all
    select o.id::text, format('has path %s below %s', o.path, p.path) from organisations o join organisations p on p.id = o.parent where o.path <> p.path || '/' || o.number`),
  sqlCheck('idempotency', 'answers-of-somebody', 'An answer that was recorded is an object of ids', `
    select key as subject, 'its response is not an object' as detail from idempotency where jsonb_typeof(response) <> 'object'`),
];
