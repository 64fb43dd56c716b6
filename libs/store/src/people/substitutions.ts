import { statement, type Queryable, type Tx } from '../connection/queryable.js';

export interface Substitution {
  readonly id: string;
  readonly organisation: string;
  readonly path: string;
  /** Ids of people, without `person:`. */
  readonly absent: string;
  readonly substitute: string;
  readonly from: string;
  readonly to: string;
  readonly basis: string;
  readonly cancelled: boolean;
}

export interface SubstitutionDraft { readonly id: string; readonly absent: string; readonly substitute: string; readonly from: string; readonly to: string; readonly basis: string }

const columns = `s.id, s.organisation, s.path, s.absent, s.substitute, s.valid_from as "from", s.valid_to as "to", s.basis, s.cancelled_at is not null as cancelled`;
const insert = statement('substitution-add', `
  insert into substitutions (id, organisation, path, absent, substitute, valid_from, valid_to, basis, created_by)
  select $1, p.organisation, p.path, p.id, $3, $4, $5, $6, $7 from people p where p.id = $2 returning id`);
const update = statement('substitution-change', `
  update substitutions set substitute = $2, valid_from = $3, valid_to = $4, basis = $5 where id = $1 and cancelled_at is null returning id`);
const cancel = statement('substitution-cancel', `update substitutions set cancelled_at = now() where id = $1 and cancelled_at is null returning id`);
const one = statement('substitution-one', `select ${columns} from substitutions s where s.id = $1`);
const list = statement('substitution-list', `
  select ${columns} from substitutions s
  where (exists (select from unnest($1::text[]) scope where s.path = scope or starts_with(s.path, scope || '/')) or s.absent = $2 or s.substitute = $2)
  order by s.cancelled_at is not null, s.valid_to desc, s.id limit $3`);

/** False where there is no such absent person. */
export async function addSubstitution(tx: Tx, draft: SubstitutionDraft, by: string): Promise<boolean> {
  return (await tx.query(insert, [draft.id, draft.absent, draft.substitute, draft.from, draft.to, draft.basis, by])).length === 1;
}

/** The absent person stays: for another one there is another substitution. False where it is gone or cancelled. */
export async function changeSubstitution(tx: Tx, draft: Omit<SubstitutionDraft, 'absent'>): Promise<boolean> {
  return (await tx.query(update, [draft.id, draft.substitute, draft.from, draft.to, draft.basis])).length === 1;
}

/** The row stays for the rights that were used under it. */
export async function cancelSubstitution(tx: Tx, id: string): Promise<boolean> {
  return (await tx.query(cancel, [id])).length === 1;
}

export async function findSubstitution(db: Queryable, id: string): Promise<Substitution | null> {
  const [found] = await db.query<Substitution>(one, [id]);
  return found ?? null;
}

/** Those of the trees, and those in which the person takes part. Current and planned ones first. */
export function listSubstitutions(db: Queryable, paths: readonly string[], person: string, limit = 500): Promise<Substitution[]> {
  return db.query<Substitution>(list, [paths, person, limit]);
}
