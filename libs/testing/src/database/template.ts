import { createHash } from 'node:crypto';
import { migrations, prepareDatabase } from '@reglament/store';
import { databaseUrl, onServer } from './server.js';

/** Whoever makes or copies the template holds this lock: a database that is being connected to cannot be copied. */
const TEMPLATE_LOCK = 7_305_115;

/** Makes a database from the migrated template, making the template first where it is missing. */
export async function copyTemplate(name: string): Promise<void> {
  const template = await templateName();
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) {
      // Renamed when complete: a run that was killed in the middle leaves nothing that looks like a template.
      await client.query(`drop database if exists ${template}_unfinished with (force)`);
      await client.query(`create database ${template}_unfinished`);
      await prepareDatabase(databaseUrl(`${template}_unfinished`));
      await client.query(`alter database ${template}_unfinished rename to ${template}`);
    }
    await client.query(`create database ${name} template ${template}`);
  });
}

/** Named by what the migrations do: an edited migration gives another template, also on a server that outlives the run. */
async function templateName(): Promise<string> {
  const hash = createHash('sha256');
  const recorder = { query: (text: string) => { hash.update(text); return Promise.resolve(); } };
  for (const Migration of migrations) await new Migration().up(recorder as unknown as Parameters<InstanceType<typeof Migration>['up']>[0]);
  return `reglament_template_${hash.digest('hex').slice(0, 16)}`;
}
