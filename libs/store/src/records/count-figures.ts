import type { Queryable } from '../connection/queryable.js';
import { conditions, type Conditions } from '../lists/conditions.js';
import { recordsWhere, type RecordFilter } from './list-records.js';
import { addRecordCondition, type RecordCondition } from './record-conditions.js';

/** What is counted over the records that hold all of `where`; `of` of a share: the denominator, of which `where` is asked besides. */
export type FigureQuery =
  | { readonly type: 'count'; readonly where: readonly RecordCondition[] }
  | { readonly type: 'share'; readonly where: readonly RecordCondition[]; readonly of: readonly RecordCondition[] }
  | { readonly type: 'sum' | 'mean'; readonly path: string; readonly where: readonly RecordCondition[] }
  | { readonly type: 'groups'; readonly path: string; readonly where: readonly RecordCondition[] };

/** `of`: the denominator of a share, the records that have the number of a sum or mean, all of a figure by groups, most frequent first. */
export interface FigureCounts {
  readonly count: number;
  readonly of: number;
  readonly value: number | null;
  readonly groups: readonly { readonly value: string | null; readonly count: number }[];
}

/** More values than anybody compares; what is beyond stays in `of`. */
const MAX_GROUPS = 50;

/** Every figure over the records of the filter, in the order given: one pass for all counts, and one for each figure by groups. */
export async function countRecordFigures(db: Queryable, filter: RecordFilter, figures: readonly FigureQuery[]): Promise<readonly FigureCounts[]> {
  if (figures.length === 0) return [];
  const where = recordsWhere(filter);
  const [row = {}, groups] = await Promise.all([counted(db, where, figures), Promise.all(figures.map(async (figure) => (figure.type === 'groups' ? await grouped(db, filter, figure) : [])))]);
  return figures.map(({ type }, i): FigureCounts => {
    const [count, of, value] = [row[`count${i}`] ?? 0, row[`of${i}`] ?? 0, row[`value${i}`] ?? null];
    return { count, of: type === 'count' || type === 'groups' ? count : of, value, groups: groups[i] ?? [] };
  });
}

async function counted(db: Queryable, where: Conditions, figures: readonly FigureQuery[]): Promise<Readonly<Record<string, number | null>> | undefined> {
  let values = where.values();
  const filtered = (asked: readonly RecordCondition[]): string => {
    const part = conditions([], values);
    for (const condition of asked) addRecordCondition(part, condition);
    values = part.values();
    return asked.length === 0 ? '' : ` filter (${part.text()})`;
  };
  const number = (path: string): string => {
    values = [...values, path.split('.')];
    const at = `$${values.length}::text[]`;
    return `case when jsonb_typeof(r.data #> ${at}) = 'number' then (r.data #>> ${at})::numeric end`;
  };
  const columns = figures.flatMap((figure, i) => {
    switch (figure.type) {
      case 'count': case 'groups': return [`count(*)${filtered(figure.where)}::int as count${i}`];
      case 'share': return [`count(*)${filtered([...figure.of, ...figure.where])}::int as count${i}`, `count(*)${filtered(figure.of)}::int as of${i}`];
      case 'sum': case 'mean': {
        const [asked, taken] = [filtered(figure.where), number(figure.path)];
        return [`count(${taken})${asked}::int as of${i}`, `(${figure.type === 'sum' ? 'sum' : 'avg'}(${taken})${asked})::float8 as value${i}`];
      }
    }
  });
  const [row] = await db.query<Record<string, number | null>>({ text: `select ${columns.join(', ')} from records r ${where.text()}` }, values);
  return row;
}

function grouped(db: Queryable, filter: RecordFilter, { path, where }: { readonly path: string; readonly where: readonly RecordCondition[] }): Promise<FigureCounts['groups']> {
  const within = recordsWhere(filter, path.split('.'));
  for (const condition of where) addRecordCondition(within, condition);
  return db.query({ text: `select r.data #>> $2::text[] as value, count(*)::int as count from records r ${within.text()} group by 1 order by 2 desc, 1 limit ${MAX_GROUPS}` }, within.values());
}

/** The values that a field has in the records of the filter, the greatest first, at most 100: those of a season, of a year. */
export async function valuesOfRecords(db: Queryable, filter: RecordFilter, path: string): Promise<readonly string[]> {
  const where = recordsWhere(filter, path.split('.'));
  const rows = await db.query<{ value: string }>({ text: `select distinct r.data #>> $2::text[] as value from records r ${where.text()} and r.data #> $2::text[] is not null order by 1 desc limit 100` }, where.values());
  return rows.map(({ value }) => value);
}
