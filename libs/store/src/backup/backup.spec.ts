import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { databaseUrl, onServer, organisationIn, startOf, testDatabase, type TestDatabase } from '@reglament/testing';
import { appendAudit } from '../audit/append-audit.js';
import { connectStore } from '../connection/connect-store.js';
import { inTransaction } from '../connection/in-transaction.js';
import { migrate, prepareDatabase } from '../connection/prepare-database.js';
import { readFile as readStored, saveFile } from '../files/files.js';
import { listJournalEntries } from '../journals/journal-entries.js';
import { takeNumber } from '../journals/take-number.js';
import { loadInstance } from '../transition/load-instances.js';
import { saveTransition } from '../transition/save-transition.js';
import { migrations } from '../migrations/index.js';
import { verify } from '../verify/verify.js';
import { addOrganisation } from '../organisations/add-organisation.js';
import { findAllOrganisations } from '../organisations/list-organisations.js';
import { findRecord } from '../records/list-records.js';
import { addRecord } from '../records/save-record.js';
import { backup } from './backup.js';
import { restore } from './restore.js';

let db: TestDatabase;
let folder: string;
let file: string;
let office: { id: string; path: string };
let instance: string;
const record = randomUUID();
const scan = randomBytes(300_000);
const subject = 'О переносе\\срока «строка»\n\tвторая';

beforeAll(async () => {
  db = await testDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'reglament-backup-spec-'));
  file = path.join(folder, 'base.backup');
  office = await organisationIn(db.store);
  const start = startOf(office, { subject });
  await saveTransition(db.store, start);
  instance = start.after.id;
  for (let n = 0; n < 12; n += 1) {
    await inTransaction(db.store, (tx) => takeNumber(tx, { organisation: office.id, journal: 'orders', year: 2026, date: '2026-11-22', format: String, entry: { registeredBy: 'person:x' } }));
  }
  await inTransaction(db.store, (tx) => addRecord(tx, record, { organisation: office.id, registry: 'cards' }, {
    definitionHash: 'd', naturalKey: 'k', data: { name: subject }, title: subject, titleParty: null, search: subject, parties: [], by: { instance, activity: 1, node: 'keep' }, at: '2026-11-22T09:00:00.000Z',
  }));
  await saveFile(db.store, scan);
  await appendAudit(db.store, [{ actor: null, action: 'backup.made', objectType: 'database', objectId: null, organisation: null, path: '', data: {} }]);
  await backup(db.ownerUrl, file);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await db.close();
});

async function emptyDatabase(work: (ownerUrl: string) => Promise<void>): Promise<void> {
  const name = `reglament_restore_${randomUUID().replaceAll('-', '')}`;
  await onServer((client) => client.query(`create database ${name}`));
  try {
    await work(databaseUrl(name));
  } finally {
    await onServer((client) => client.query(`drop database ${name} with (force)`));
  }
}

/** A database as the release before the last migration left it, with an organisation in it. */
async function earlierDatabase(work: (ownerUrl: string, organisation: string) => Promise<void>): Promise<void> {
  await emptyDatabase(async (ownerUrl) => {
    await migrate(ownerUrl, migrations.slice(0, -1).map(({ name }) => name));
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    const organisation = randomUUID();
    await owner.query(`insert into organisations (id, path, short_name, full_name, kind, time_zone, calendar) values ($1, '1', 'Отдел', 'Отдел', 'office', 'Europe/Moscow', 'russia')`, [organisation]);
    await owner.end();
    await work(ownerUrl, organisation);
  });
}

/** Of organisations and history: the first and one of the last tables that a restore fills. */
async function rowsIn(ownerUrl: string): Promise<number> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    if ((await owner.query(`select to_regclass('history') as there`)).rows[0].there === null) return 0;
    return Number((await owner.query('select (select count(*) from organisations) + (select count(*) from history) as n')).rows[0].n);
  } finally {
    await owner.end();
  }
}

describe('a backup', () => {
  it('gives back everything into an empty database, which then goes on', async () => {
    await emptyDatabase(async (ownerUrl) => {
      const report = await restore(ownerUrl, file);
      expect(report.counts).toMatchObject({ organisations: 1, process_instances: 1, history: 2, tasks: 1, journal_entries: 12, records: 1, record_writes: 1, files: 1, audit: 1, audit_head: 1 });
      const store = await connectStore(report.database);
      try {
        expect((await verify(store)).checks.filter((check) => check.outcome === 'broken')).toEqual([]);
        expect(await loadInstance(store, instance)).toEqual(await loadInstance(db.store, instance));
        expect((await listJournalEntries(store, { organisation: office.id, journal: 'orders' })).items.map((entry) => entry.number)).toEqual(Array.from({ length: 12 }, (_, n) => `${n + 1}`));
        expect(await inTransaction(store, (tx) => takeNumber(tx, { organisation: office.id, journal: 'orders', year: 2026, date: '2026-11-22', format: String, entry: { registeredBy: 'person:x' } }))).toMatchObject({ seq: 13 });
        expect(await findRecord(store, record)).toEqual(await findRecord(db.store, record));
        const [kept] = await store.query<{ hash: string }>({ text: 'select hash from files' });
        expect(Buffer.from((await readStored(store, kept?.hash ?? ''))?.bytes ?? []).equals(scan)).toBe(true);
        // Identity columns go on after what was restored.
        expect(await addOrganisation(store, { id: randomUUID(), parent: office.id, shortName: 'ш', fullName: 'ш', kind: 'school', timeZone: 'Europe/Moscow', calendar: 'russia' })).toBe(`${office.path}/${Number(office.path) + 1}`);
      } finally {
        await store.close();
      }
    });
  });

  it('is for its owner alone, and leaves nothing unfinished', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['base.backup']);
  });

  it('that cannot be written leaves no file', async () => {
    await expect(backup(db.ownerUrl, path.join(folder, 'missing', 'x'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is refused by a database that holds anything, which stays as it is', async () => {
    await expect(restore(db.ownerUrl, file)).rejects.toMatchObject({ code: 'notEmpty', message: expect.stringContaining('not empty') as string });
    expect(await loadInstance(db.store, instance)).not.toBeNull();
  });

  const damages: readonly (readonly [what: string, damage: (bytes: Buffer) => Buffer])[] = [
    ['cut off in the middle', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['without its last line', (bytes) => gzipSync(gunzipSync(bytes).subarray(0, -30))],
    ['with a changed value', (bytes) => gzipSync(Buffer.from(gunzipSync(bytes).toString('latin1').replace('backup.made', 'backup.fake'), 'latin1'))],
    ['with rows that were taken out', (bytes) => gzipSync(Buffer.from(gunzipSync(bytes).toString('latin1').replace(/"rows":12,/, '"rows":11,'), 'latin1'))],
    ['that is another file', () => gzipSync('{"hello": "world"}\n')],
    ['that is no archive', () => Buffer.from('hello')],
  ];

  it.each(damages)('%s is refused, and nothing of it is kept', async (_what, damage) => {
    const broken = path.join(folder, `${randomUUID()}.broken`);
    await writeFile(broken, damage(await readFile(file)));
    try {
      await emptyDatabase(async (ownerUrl) => {
        await expect(restore(ownerUrl, broken)).rejects.toMatchObject({ code: 'damagedBackup' });
        expect(await rowsIn(ownerUrl)).toBe(0);
      });
    } finally {
      await rm(broken);
    }
  });

  it('of an earlier release is read into its tables and migrated', async () => {
    const earlier = path.join(folder, 'earlier.backup');
    await earlierDatabase(async (earlierUrl, organisation) => {
      await backup(earlierUrl, earlier);
      await emptyDatabase(async (ownerUrl) => {
        const report = await restore(ownerUrl, earlier);
        expect(report.database.migrated).toEqual([migrations[migrations.length - 1]?.name]);
        const store = await connectStore(report.database);
        expect((await findAllOrganisations(store)).map(({ id }) => id)).toEqual([organisation]);
        await store.close();
      });
    });
    await rm(earlier);
  });

  it('of a later release is refused by name', async () => {
    const later = path.join(folder, 'later.backup');
    const text = gunzipSync(await readFile(file)).toString('latin1').replace('"migrations":[', '"migrations":["FromTheFuture9999999999999",');
    await writeFile(later, gzipSync(Buffer.from(text, 'latin1')));
    try {
      await emptyDatabase(async (ownerUrl) => {
        await expect(restore(ownerUrl, later)).rejects.toMatchObject({ code: 'newerDatabase', message: expect.stringContaining('FromTheFuture') as string });
      });
    } finally {
      await rm(later);
    }
  });
});

describe('migrations', () => {
  it('bring the data of an earlier release to this one', async () => {
    await earlierDatabase(async (ownerUrl, organisation) => {
      const store = await connectStore(await prepareDatabase(ownerUrl));
      expect((await findAllOrganisations(store)).map(({ id }) => id)).toEqual([organisation]);
      expect((await verify(store)).clean).toBe(true);
      await store.close();
    });
  });

  it('run once when two processes start together', async () => {
    await emptyDatabase(async (ownerUrl) => {
      const runs = await Promise.all([migrate(ownerUrl), migrate(ownerUrl)]);
      expect(runs.map((names) => names.length).sort()).toEqual([0, migrations.length]);
    });
  });

  it('refuse a database that a later release has migrated', async () => {
    await emptyDatabase(async (ownerUrl) => {
      await migrate(ownerUrl);
      const owner = new pg.Client({ connectionString: ownerUrl });
      await owner.connect();
      await owner.query(`insert into migrations (timestamp, name) values (9999999999999, 'FromTheFuture9999999999999')`);
      await owner.end();
      await expect(migrate(ownerUrl)).rejects.toMatchObject({ code: 'newerDatabase' });
    });
  });
});
