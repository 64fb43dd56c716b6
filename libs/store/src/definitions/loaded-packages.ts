import { statement, type Queryable, type Tx } from '../connection/queryable.js';

export interface LoadedPackage { readonly key: string; readonly version: string; readonly hash: string; readonly loadedAt: string }

const insert = statement('package-put', `
  insert into packages (organisation, path, key, version, hash, content)
  select o.id, o.path, $2, $3, $4, $5 from organisations o where o.id = $1 on conflict (organisation, key, hash) do update set loaded_at = now()`);
const latest = statement('packages-latest', `select distinct on (key) key, version, hash, loaded_at as "loadedAt" from packages where organisation = $1 order by key, loaded_at desc`);

/** @param manifest with the hash of every file of the package, so that "what came when" can be read later. */
export async function putPackage(tx: Tx, organisation: string, loaded: Omit<LoadedPackage, 'loadedAt'>, manifest: unknown): Promise<void> {
  await tx.query(insert, [organisation, loaded.key, loaded.version, loaded.hash, JSON.stringify(manifest)]);
}

export function findPackages(db: Queryable, organisation: string): Promise<LoadedPackage[]> {
  return db.query<LoadedPackage>(latest, [organisation]);
}
