/**
 * What the history says against "once": of every timer that was set it must say that it fired, or was cancelled, exactly once, unless it still
 * waits; and every notice that a timer gives must be there once.
 *
 * @returns {Promise<string[]>} what is wrong, one sentence each
 */
export async function timerFaults(db, definition) {
  const ends = await db.query({ text: `
    select s.instance, s.data ->> 'timer' as timer, s.data ->> 'kind' as kind,
      (select count(*) from history e where e.instance = s.instance and e.kind in ('timerFired', 'timerCancelled') and e.data ->> 'timer' = s.data ->> 'timer')::int as ends,
      exists (select from timers t where t.instance = s.instance and t.id = s.data ->> 'timer') as waits
    from history s join process_instances i on i.id = s.instance
    where i.definition_key = $1 and s.kind = 'timerSet'` }, [definition]);
  const wrong = ends.filter(({ ends: count, waits }) => count !== (waits ? 0 : 1))
    .map(({ instance, timer, kind, ends: count, waits }) => `timer ${timer} (${kind}) of case ${instance} has ended ${count} times${waits ? ' and still waits' : ''}`);
  if (ends.length === 0) wrong.push('no timer was set at all');
  const notices = await db.query({ text: `
    select n.task, n.kind, count(*)::int as n, (select count(*) from history h where h.task = n.task and h.kind = case n.kind when 'reminder' then 'reminded' else 'escalated' end)::int as facts
    from notifications n join process_instances i on i.id = n.instance
    where i.definition_key = $1 and n.kind in ('reminder', 'escalated') group by n.task, n.kind` }, [definition]);
  for (const { task, kind, n, facts } of notices) if (n !== facts) wrong.push(`task ${task}: ${n} notices of ${kind} for ${facts} that the history knows`);
  return wrong;
}
