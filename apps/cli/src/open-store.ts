import { connectStore, prepareDatabase, type Store } from '@reglament/store';
import { databaseUrl } from './environment.js';

/** Brings the database to this release, opens it as the product does, and closes it when the work is done. */
export async function withStore<Result>(env: NodeJS.ProcessEnv, work: (store: Store, connection: { readonly url: string; readonly role?: string }) => Promise<Result>): Promise<Result> {
  const { url, role } = await prepareDatabase(databaseUrl(env));
  const store = await connectStore({ url, ...(role !== undefined && { role }), connections: 4, lanes: 1, statementTimeout: 600_000 });
  try {
    return await work(store, { url, ...(role !== undefined && { role }) });
  } finally {
    await store.close();
  }
}
