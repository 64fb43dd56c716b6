import { testDatabase, type TestDatabase } from '@reglament/testing';

describe('the app role', () => {
  let db: TestDatabase;
  beforeAll(async () => { db = await testDatabase(); });
  afterAll(() => db.close());

  it('connects to a migrated database', async () => {
    const [row] = await db.store.query<{ role: string }>({ text: 'select current_user as role' });
    expect(row).toEqual({ role: 'reglament_app' });
  });
});
