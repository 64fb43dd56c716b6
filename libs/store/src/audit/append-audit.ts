import { createHash } from 'node:crypto';
import { canonicalJson, type PartyReference } from '@reglament/contracts';
import type { Store } from '../connection/connect-store.js';
import { inTransaction } from '../connection/in-transaction.js';
import { statement, type Tx } from '../connection/queryable.js';

/** One fact of who did, changed, saw or was denied what. Ids and keys only (decision 18). */
export interface AuditFact {
  readonly actor: PartyReference | null;
  /** E.g. `session.opened`, `access.denied`, `person.read`. */
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string | null;
  readonly organisation: string | null;
  /** Path of the organisation, empty for what belongs to none. */
  readonly path: string;
  readonly data: { readonly [name: string]: unknown };
}

export interface AuditEntry extends AuditFact { readonly seq: number; readonly at: string; readonly hash: string }

const lock = statement('lock-audit-head', `select seq, hash, clock_timestamp() as at from audit_head for update`);
const insert = statement('append-audit', `
  insert into audit (seq, at, actor, action, object_type, object_id, organisation, path, data, hash)
  select seq, at, actor, action, object_type, object_id, organisation, path, data, hash
  from jsonb_to_recordset($1) as r (seq bigint, at timestamptz, actor text, action text, object_type text, object_id text, organisation uuid, path text,
    data jsonb, hash text)`);
const move = statement('move-audit-head', `update audit_head set seq = $1, hash = $2`);

/**
 * Appends to the audit's chain inside a transaction. Whoever appends waits for whoever appended before until that one's commit, so
 * call it last; what belongs to no transaction goes by `appendAudit`.
 */
export async function appendAuditIn(tx: Tx, facts: readonly AuditFact[]): Promise<void> {
  if (facts.length === 0) return;
  const [head] = await tx.query<{ seq: number; hash: string; at: string }>(lock);
  if (head === undefined) throw new Error('The audit has no head');
  let { seq, hash } = head;
  const rows = facts.map((fact) => {
    seq += 1;
    hash = auditHash(hash, { ...fact, seq, at: head.at });
    const { actor, action, objectType, objectId, organisation, path, data } = fact;
    return { seq, at: head.at, actor, action, object_type: objectType, object_id: objectId, organisation, path, data, hash };
  });
  await tx.query(insert, [JSON.stringify(rows)]);
  await tx.query(move, [seq, hash]);
}

export function appendAudit(store: Pick<Store, 'pool'>, facts: readonly AuditFact[]): Promise<void> {
  return inTransaction(store, (tx) => appendAuditIn(tx, facts));
}

export function auditHash(previous: string, entry: Omit<AuditEntry, 'hash'>): string {
  const { seq, at, actor, action, objectType, objectId, organisation, path, data } = entry;
  return createHash('sha256').update(previous).update(canonicalJson([seq, at, actor, action, objectType, objectId, organisation, path, data])).digest('hex');
}
