import { randomUUID } from 'node:crypto';
import { addOrganisation, type NewOrganisation, type Queryable } from '@reglament/store';

/** An organisation in the database: a municipal office in Moscow's zone unless said otherwise. */
export async function organisationIn(db: Queryable, given: Partial<NewOrganisation> = {}): Promise<{ readonly id: string; readonly path: string }> {
  const id = given.id ?? randomUUID();
  const path = await addOrganisation(db, {
    parent: null, shortName: 'Методический центр', fullName: 'Муниципальный методический центр', kind: 'office', timeZone: 'Europe/Moscow',
    calendar: 'russia', ...given, id,
  });
  return { id, path };
}
