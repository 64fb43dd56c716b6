import { startPostgres } from '../postgres/server.mjs';
import { say } from '../lib/say.mjs';
import { ensureDatabase } from './database.mjs';

/** Demo data live in a database of their own; `--empty` never sees them. @param {boolean} empty */
export const databaseName = (empty) => (empty ? 'reglament' : 'reglament_demo');

/**
 * Starts the embedded server and makes sure that the database is there.
 *
 * @returns {Promise<string>} URL of the database, for its owner
 */
export async function openEmbeddedDatabase({ dataRoot, empty, undo }) {
  const postgres = await startPostgres({
    dataRoot,
    onRestart(error) {
      if (error) process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
      else say('база данных оборвалась и запущена снова', 'the database was cut off and has been started again');
    },
    onFolder({ folder, moved }) {
      if (moved) say(`данные лежат в ${folder}: к папке проекта у базы данных нет доступа`, `the data lie in ${folder}: the database cannot reach the project's folder`);
    },
  });
  undo.push(() => postgres.stop());
  if (postgres.created) say('создан кластер PostgreSQL', 'PostgreSQL cluster created');
  if (postgres.inherited) say('прошлый запуск оборвался, продолжаю с его данными', 'the last start was cut off, going on with its data');
  const name = databaseName(empty);
  await ensureDatabase(postgres.server, name);
  return postgres.url(name);
}
