import { statement, type Tx } from '../connection/queryable.js';
import { StoreError } from '../connection/store-error.js';
import type { ConfigurationType, Publication, PublishResult } from './publication.js';

interface Current { readonly version: number; readonly hash: string; readonly origin: 'package' | 'panel' }

const lock = statement('publish-lock', `select pg_advisory_xact_lock(hashtextextended($1, 0))`);
const common = ['organisation', 'key', 'version', 'hash', 'title', 'content', 'origin', 'package', 'published_by'];

/** Publishes a process definition with the hashes that it is pinned to. */
export function publishDefinition(tx: Tx, publication: Publication, pins: Readonly<Record<string, unknown>>, diagram: unknown): Promise<PublishResult> {
  return publish(tx, 'process_definitions', publication, { pins: JSON.stringify(pins), diagram: diagram === null ? null : JSON.stringify(diagram) });
}

/** @param validatorModule standalone code for the browser (decision 10). */
export function publishForm(tx: Tx, publication: Publication, validatorModule: string): Promise<PublishResult> {
  return publish(tx, 'forms', publication, { validator_module: validatorModule });
}

export function publishConfigurationItem(tx: Tx, type: ConfigurationType, publication: Publication): Promise<PublishResult> {
  return publish(tx, 'configuration_items', publication, { type });
}

/** The table is one of three constants of this file, never a value from outside. */
async function publish(
  tx: Tx, table: 'process_definitions' | 'forms' | 'configuration_items', publication: Publication, own: Readonly<Record<string, string | null>>,
): Promise<PublishResult> {
  const ofType = own['type'] === undefined ? '' : 'and type = $3';
  const keyValues = [publication.organisation, publication.key, ...(own['type'] === undefined ? [] : [own['type']])];
  // Two loads of one package at once would both take the next version.
  await tx.query(lock, [[table, ...keyValues].join(':')]);
  const [same] = await tx.query<Current>({ text: `select version, hash, origin from ${table} where organisation = $1 and key = $2 ${ofType} and hash = $${keyValues.length + 1}` }, [...keyValues, publication.hash]);
  if (same) return { kind: 'unchanged', version: same.version };
  const [current] = await tx.query<Current>({ text: `select version, hash, origin from ${table} where organisation = $1 and key = $2 ${ofType} order by version desc limit 1` }, keyValues);
  if (current?.origin === 'panel' && publication.origin === 'package') return { kind: 'kept', version: current.version };

  const columns = [...common, ...Object.keys(own)];
  const version = (current?.version ?? 0) + 1;
  const values = [
    publication.organisation, publication.key, version, publication.hash, JSON.stringify(publication.title), JSON.stringify(publication.content), publication.origin,
    publication.package, publication.publishedBy, ...Object.values(own),
  ];
  const added = await tx.query({
    text: `insert into ${table} (${columns.join(', ')}, path) select ${columns.map((_, index) => `$${index + 1}`).join(', ')}, o.path from organisations o where o.id = $1 returning version`,
  }, values);
  if (added.length === 0) throw new StoreError('reference', `There is no organisation ${publication.organisation} to publish ${publication.key} for`);
  return { kind: 'published', version };
}
