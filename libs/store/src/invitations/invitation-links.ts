import { statement, type Queryable, type Tx } from '../connection/queryable.js';

/** What a link leads to, as it stands now. */
export interface InvitationRecord {
  readonly id: string; readonly instance: string; readonly organisation: string; readonly path: string; readonly task: string;
  /** The party in whose name the task is filled in; null where the task was given to somebody else. */
  readonly party: string | null;
  readonly taskStatus: 'open' | 'completed' | 'cancelled';
  readonly completedBy: string | null;
  /** Business time after which the link does not work. */
  readonly expiresAt: string;
}

const columns = `i.id, i.instance, i.organisation, i.path, i.task, t.status as "taskStatus", t.completed_by as "completedBy",
  (select p from unnest(t.performers) as p where p like 'invitation:%' limit 1) as party,
  coalesce(t.due_at, t.opened_at) + make_interval(days => i.grace_days) as "expiresAt"`;
const from = 'invitations i join tasks t on t.id = i.task';

const byToken = statement('invitation-by-token', `
  select ${columns}, k.withdrawn_at is not null as withdrawn from invitation_tokens k join invitations i on i.id = k.invitation join tasks t on t.id = i.task where k.hash = $1`);

export async function findInvitationByToken(db: Queryable, hash: string): Promise<(InvitationRecord & { readonly withdrawn: boolean }) | null> {
  return (await db.query<InvitationRecord & { withdrawn: boolean }>(byToken, [hash]))[0] ?? null;
}

const byId = statement('invitation-by-id', `select ${columns} from ${from} where i.id = $1`);

export async function findInvitation(db: Queryable, id: string): Promise<InvitationRecord | null> {
  return (await db.query<InvitationRecord>(byId, [id]))[0] ?? null;
}

const addToken = statement('add-invitation-token', `insert into invitation_tokens (hash, invitation) values ($1, $2)`);

/** One more secret that opens the link. Only its hash is kept. */
export async function addInvitationToken(db: Queryable, invitation: string, hash: string): Promise<void> {
  await db.query(addToken, [hash, invitation]);
}

const dropToken = statement('drop-invitation-token', `delete from invitation_tokens where hash = $1`);

/** For a secret that nobody can have got to know: the mail with it did not go out. */
export async function dropInvitationToken(db: Queryable, hash: string): Promise<void> {
  await db.query(dropToken, [hash]);
}

const withdrawTokens = statement('withdraw-invitation-tokens', `update invitation_tokens set withdrawn_at = now() where invitation = $1 and withdrawn_at is null`);
const endSessions = statement('end-invitation-sessions', `delete from invitation_sessions where invitation = $1`);
const dropMails = statement('drop-invitation-mails', `delete from mails where invitation = $1 and state <> 'sent'`);

/** Every link of the invitation that was ever made stops working, whoever is in by one is out, and what was not mailed yet is not mailed. */
export async function withdrawLinks(tx: Tx, invitation: string): Promise<void> {
  await tx.query(withdrawTokens, [invitation]);
  await tx.query(endSessions, [invitation]);
  await tx.query(dropMails, [invitation]);
}
