import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { testDatabase } from '@reglament/testing';
import { dumpSchema } from './dump-schema.js';

const file = path.join(__dirname, '../../schema.sql');

it('schema.sql is what the migrations make', async () => {
  const db = await testDatabase();
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  try {
    const made = await dumpSchema({ query: async <Row>({ text }: { text: string }): Promise<Row[]> => (await owner.query(text)).rows as Row[] });
    if (process.env['UPDATE_SCHEMA']) await writeFile(file, made);
    expect(await readFile(file, 'utf8')).toBe(made);
  } finally {
    await owner.end();
    await db.close();
  }
});
