import { statement, type Queryable } from '../connection/queryable.js';

const readSql = statement('read-setting', `select value from settings where key = $1`);
const writeSql = statement('write-setting', `
  insert into settings (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value, changed_at = now()`);

/** Undefined where it was never set. The value comes from us alone, but is checked by whoever reads it. */
export async function readSetting(db: Queryable, key: string): Promise<unknown> {
  return (await db.query<{ value: unknown }>(readSql, [key]))[0]?.value;
}

export async function writeSetting(db: Queryable, key: string, value: unknown): Promise<void> {
  await db.query(writeSql, [key, JSON.stringify(value)]);
}

const clockSql = statement('read-clock', `
  select now() as "realTime", coalesce((select (value ->> 'seconds')::float8 from settings where key = 'clock-offset'), 0) as offset`);

/** The database's real time, and by how many seconds business time is ahead of it (decision 7). */
export async function readClock(db: Queryable): Promise<{ readonly realTime: string; readonly offset: number }> {
  const [row] = await db.query<{ realTime: string; offset: number }>(clockSql);
  if (row === undefined) throw new Error('The clock has one row');
  return row;
}

const moveSql = statement('move-clock', `
  insert into settings (key, value) values ('clock-offset', jsonb_build_object('seconds', $1::float8))
  on conflict (key) do update set value = jsonb_build_object('seconds', (settings.value ->> 'seconds')::float8 + $1::float8), changed_at = now()
  where $1::float8 > 0
  returning value ->> 'seconds' as seconds`);

/**
 * Moves business time forward by `seconds` and returns the new offset. That only a demo base may be moved is the caller's to check.
 *
 * @throws RangeError for a move backwards: terms that have passed would come again.
 */
export async function moveClock(db: Queryable, seconds: number): Promise<number> {
  if (!(seconds > 0) || !Number.isFinite(seconds)) throw new RangeError(`Business time moves forward only, not by ${seconds} s`);
  const [row] = await db.query<{ seconds: string }>(moveSql, [seconds]);
  return Number(row?.seconds);
}
