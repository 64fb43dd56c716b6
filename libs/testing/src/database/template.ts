import { createHash } from 'node:crypto';
import type pg from 'pg';
import { migrations, prepareDatabase } from '@reglament/store';
import { databaseUrl, onServer } from './server.js';

/** Whoever makes or copies the template holds this lock: a database that is being connected to cannot be copied. */
const TEMPLATE_LOCK = 7_305_115;

/** A base that several specs begin with, made once a run. */
export interface PreparedBase {
  /** Lower case, digits and underscores, at most 16; another one where another base comes out. */
  readonly key: string;
  /** Fills a migrated, empty database by its owner's URL, and leaves no connection open. */
  make(ownerUrl: string): Promise<void>;
}

/** Makes a database from the migrated template or from a prepared base, making what is missing first. */
export async function copyTemplate(name: string, prepared?: PreparedBase): Promise<void> {
  const migrated = await templateName();
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await makeOnce(client, migrated, 'template1', prepareDatabase);
    const template = prepared ? `${migrated}_${prepared.key}` : migrated;
    if (prepared) await makeOnce(client, template, migrated, (url) => prepared.make(url));
    await client.query(`create database ${name} template ${template}`);
  });
}

/** Renamed when complete: a run that was killed in the middle leaves nothing that looks like a template. */
async function makeOnce(client: pg.Client, name: string, from: string, make: (ownerUrl: string) => Promise<unknown>): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount !== 0) return;
  const unfinished = `${name}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished} template ${from}`);
  await make(databaseUrl(unfinished));
  await client.query(`alter database ${unfinished} rename to ${name}`);
}

/** Named by what the migrations do: an edited migration gives another template, also on a server that outlives the run. */
async function templateName(): Promise<string> {
  const hash = createHash('sha256');
  const recorder = { query: (text: string) => { hash.update(text); return Promise.resolve(); } };
  for (const Migration of migrations) await new Migration().up(recorder as unknown as Parameters<InstanceType<typeof Migration>['up']>[0]);
  return `reglament_template_${hash.digest('hex').slice(0, 16)}`;
}
