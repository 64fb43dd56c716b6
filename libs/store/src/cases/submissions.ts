import type { PartyReference } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';

export interface SubmissionRecord {
  readonly id: string;
  readonly instance: string;
  readonly organisation: string;
  readonly path: string;
  readonly task: string | null;
  readonly node: string | null;
  readonly form: { readonly key: string; readonly hash: string } | null;
  readonly outcome: string | null;
  /** Null after erasure. */
  readonly data: { readonly [field: string]: unknown } | null;
  readonly remark: string | null;
  readonly author: PartyReference | null;
  readonly at: string;
  readonly hash: string;
}

const columns = `s.id, s.instance, s.organisation, s.path, s.task, s.node,
  case when s.form_key is not null then jsonb_build_object('key', s.form_key, 'hash', s.form_hash) end as form,
  s.outcome, s.data, s.remark, s.author, s.at, s.hash`;

const byId = statement('submission-by-id', `select ${columns} from submissions s where s.id = $1`);
const ofInstance = statement('submissions-of', `select ${columns} from submissions s where s.instance = $1 order by s.at, s.id`);

export async function findSubmission(db: Queryable, id: string): Promise<SubmissionRecord | null> {
  return (await db.query<SubmissionRecord>(byId, [id]))[0] ?? null;
}

/** Every round of every form of a case, oldest first. */
export function submissionsOf(db: Queryable, instance: string): Promise<SubmissionRecord[]> {
  return db.query<SubmissionRecord>(ofInstance, [instance]);
}

const lastOf = statement('last-submission-of-node', `
  select ${columns} from submissions s where s.instance = $1 and s.node = $2 order by s.at desc, s.id desc limit 1`);

/** What was last sent at a node: what a form is filled with when the work has come back. */
export async function lastSubmissionOf(db: Queryable, instance: string, node: string): Promise<SubmissionRecord | null> {
  return (await db.query<SubmissionRecord>(lastOf, [instance, node]))[0] ?? null;
}
