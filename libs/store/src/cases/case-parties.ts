import type { PartyReference } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';

const find = statement('case-parties', `
  select p.instance, array_agg(p.party order by p.party) as parties
  from (
    select instance, party from participations where instance = any($1::uuid[])
    union
    select c.parent, p.party from process_instances c join participations p on p.instance = c.id where c.parent = any($1::uuid[]) and not c.apart
  ) p
  group by p.instance`);

/** Who has a part in each case: its starter, the performers of its tasks, who completed one; those of its children too, unless the children stand apart. */
export async function casePartiesOf(db: Queryable, instances: readonly string[]): Promise<ReadonlyMap<string, readonly PartyReference[]>> {
  const rows = await db.query<{ instance: string; parties: readonly PartyReference[] }>(find, [instances]);
  return new Map(rows.map((row) => [row.instance, row.parties]));
}
