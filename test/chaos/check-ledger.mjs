/**
 * Compares what was acknowledged with what stands in the database (invariants I1 and I4).
 *
 * @returns {Promise<string[]>} what is wrong, one sentence each
 */
export async function checkLedger(db, entries) {
  const wrong = [];
  const rows = async (text, values) => db.query({ text }, values);
  const instances = new Set((await rows('select id from process_instances where id = any($1::uuid[])', [entries.map(({ instance }) => instance)])).map(({ id }) => id));
  const completions = entries.filter(({ kind }) => kind === 'complete');
  const tasks = new Map((await rows('select id, status from tasks where id = any($1)', [completions.map(({ task }) => task)])).map((row) => [row.id, row.status]));
  const facts = new Map((await rows(`select task, count(*)::int as n from history where kind = 'taskCompleted' and task = any($1) group by task`, [completions.map(({ task }) => task)])).map((row) => [row.task, row.n]));
  const answers = new Set((await rows('select actor, key from idempotency', [])).map(({ actor, key }) => `${actor} ${key}`));
  const numbers = new Map((await rows(`select e.number, e.instance from journal_entries e`, [])).map((row) => [`${row.instance}`, row.number]));
  const seen = new Map();
  for (const entry of entries) {
    if (!instances.has(entry.instance)) wrong.push(`case ${entry.instance} was acknowledged and is not there`);
    if (!answers.has(`${entry.actor} ${entry.key}`)) wrong.push(`key ${entry.key} was acknowledged and is not kept`);
    if (entry.kind !== 'complete') continue;
    if (tasks.get(entry.task) !== 'completed') wrong.push(`task ${entry.task} was acknowledged and is ${tasks.get(entry.task) ?? 'not there'}`);
    if (facts.get(entry.task) !== 1) wrong.push(`task ${entry.task} has ${facts.get(entry.task) ?? 0} completions in history`);
    const other = seen.get(entry.task);
    if (other !== undefined && other !== entry.key) wrong.push(`task ${entry.task} was acknowledged to two commands, ${other} and ${entry.key}`);
    seen.set(entry.task, entry.key);
    if (entry.number !== null && numbers.get(entry.instance) !== entry.number) wrong.push(`number ${entry.number} of case ${entry.instance} was acknowledged, the journal says ${numbers.get(entry.instance) ?? 'nothing'}`);
  }
  return wrong;
}
