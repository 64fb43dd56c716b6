import { statement, type Queryable } from '../connection/queryable.js';

const WINDOW = '15 minutes';
const KEPT = '30 days';

const count = statement('sign-in-failures', `
  select
    (select count(*)::int from login_attempts where login_hash = $1 and address_hash = $2 and not succeeded and at > now() - interval '${WINDOW}'
       and at > coalesce((select max(at) from login_attempts where login_hash = $1 and address_hash = $2 and succeeded), '-infinity')) as pair,
    (select count(*)::int from login_attempts where address_hash = $2 and not succeeded and at > now() - interval '${WINDOW}') as address`);
const insert = statement('sign-in-attempt', `insert into login_attempts (login_hash, address_hash, succeeded) values ($1, $2, $3)`);
const sweep = statement('sign-in-sweep', `delete from login_attempts where at < now() - interval '${KEPT}'`);

/** Failures of the last quarter of an hour: of this login from this address since it last succeeded, and of the address in all. */
export async function countSignInFailures(db: Queryable, loginHash: string, addressHash: string): Promise<{ readonly pair: number; readonly address: number }> {
  const [counted] = await db.query<{ pair: number; address: number }>(count, [loginHash, addressHash]);
  return counted ?? { pair: 0, address: 0 };
}

export async function recordSignIn(db: Queryable, loginHash: string, addressHash: string, succeeded: boolean): Promise<void> {
  await db.query(insert, [loginHash, addressHash, succeeded]);
}

export async function sweepSignIns(db: Queryable): Promise<void> {
  await db.query(sweep);
}
