import { statement, type Queryable } from '../connection/queryable.js';
import { addScope, conditions, scopeSql } from '../lists/conditions.js';
import { listPage, type ListDefinition, type PageOf, type PageRequest } from '../lists/page.js';

export type MailState = 'waiting' | 'sent' | 'failed';

export interface MailRecord {
  readonly id: string; readonly organisation: string; readonly path: string; readonly kind: string; readonly instance: string | null; readonly task: string | null;
  readonly state: MailState; readonly attempts: number; readonly createdAt: string; readonly dueAt: string; readonly settledAt: string | null; readonly answer: string | null;
  /** Personal: to be masked by whoever shows it, never logged. */
  readonly address: string | null;
}

const columns = `m.id, m.organisation, m.path, m.kind, m.instance, m.task, m.state, m.attempts, m.created_at as "createdAt", m.due_at as "dueAt",
  m.settled_at as "settledAt", m.answer, coalesce(p.email, i.address) as address`;
const from = 'mails m left join people p on p.id = m.person left join invitations i on i.id = m.invitation';

const list: ListDefinition = {
  columns, from, id: { sql: 'm.id', type: 'uuid' }, sorts: { createdAt: { sql: 'm.created_at', type: 'timestamptz' } }, defaultSort: 'createdAt', defaultOrder: 'desc',
};

export interface MailFilter { readonly paths: readonly string[]; readonly state?: MailState }

export function listMails(db: Queryable, { paths, state }: MailFilter, page: PageRequest = {}): Promise<PageOf<MailRecord>> {
  const where = conditions();
  addScope(where, 'm.path', paths);
  if (state !== undefined) where.add('m.state = ?', state);
  return listPage(db, list, where, page);
}

const find = statement('find-mail', `select ${columns} from ${from} where m.id = $1`);

export async function findMail(db: Queryable, id: string): Promise<MailRecord | null> {
  return (await db.query<MailRecord>(find, [id]))[0] ?? null;
}

const count = statement('count-mails', `
  select m.state, count(*)::int as count from (
    select m.state, row_number() over (partition by m.state) as n from mails m where ${scopeSql('m.path', '$1')}
  ) m where m.n <= 1001 group by m.state`);

/** Each capped at 1001. */
export async function countMails(db: Queryable, paths: readonly string[]): Promise<Readonly<Record<MailState, number>>> {
  const rows = await db.query<{ state: MailState; count: number }>(count, [paths]);
  const of = (state: MailState): number => rows.find((row) => row.state === state)?.count ?? 0;
  return { waiting: of('waiting'), sent: of('sent'), failed: of('failed') };
}
