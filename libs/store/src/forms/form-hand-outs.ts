import type { PartyReference } from '@reglament/contracts';
import { statement, type Queryable, type Tx } from '../connection/queryable.js';
import { conditions, scopeSql } from '../lists/conditions.js';
import { listPage, type ListDefinition, type PageOf, type PageRequest } from '../lists/page.js';

export interface FormHandOut { readonly instance: string; readonly organisation: string; readonly formKey: string; readonly formHash: string; readonly people: number; readonly workingDays: number | null; readonly at: string }

const insert = statement('form-hand-out-insert', `
  insert into form_hand_outs (instance, organisation, path, form_key, form_hash, people, working_days, at)
  select $1, o.id, o.path, $3, $4, $5, $6, $7 from organisations o where o.id = $2`);

export async function addFormHandOut(tx: Tx, { instance, organisation, formKey, formHash, people, workingDays, at }: FormHandOut): Promise<void> {
  await tx.query(insert, [instance, organisation, formKey, formHash, people, workingDays, at]);
}

/** Whoever has a part in the case that asks, and who looks over its organisation: as cases are seen. */
export interface HandOutScope { readonly form: string; readonly keys: readonly PartyReference[]; readonly paths: readonly string[] }

const seen = `(${scopeSql('h.path', '?')} or h.instance in (select p.instance from participations p where p.party = any(?)))`;

export interface HandOutRow extends FormHandOut { readonly starter: PartyReference | null; readonly answered: number; readonly status: 'active' | 'completed' | 'cancelled' }

const handOuts: ListDefinition = {
  columns: `h.instance, h.organisation, h.form_key as "formKey", h.form_hash as "formHash", h.people, h.working_days as "workingDays", h.at, i.starter, i.status,
    (select count(*)::int from process_instances c where c.parent = h.instance and c.status = 'completed') as answered`,
  from: 'form_hand_outs h join process_instances i on i.id = h.instance',
  id: { sql: 'h.instance', type: 'uuid' }, sorts: { at: { sql: 'h.at', type: 'timestamptz' } }, defaultSort: 'at', defaultOrder: 'desc',
};

export function listHandOuts(db: Queryable, { form, keys, paths }: HandOutScope, page: PageRequest = {}): Promise<PageOf<HandOutRow>> {
  const where = conditions();
  where.add('h.form_key = ?', form);
  where.add(seen, paths, keys);
  return listPage(db, handOuts, where, page);
}

export interface AnswerRow {
  readonly id: string;
  readonly instance: string;
  readonly formHash: string;
  readonly author: PartyReference | null;
  readonly at: string;
  readonly data: { readonly [field: string]: unknown };
}

const answers: ListDefinition = {
  columns: `s.id, s.instance, s.form_hash as "formHash", s.author, s.at, s.data`,
  from: 'form_hand_outs h join process_instances c on c.parent = h.instance join submissions s on s.instance = c.id and s.form_key = h.form_key',
  id: { sql: 's.id', type: 'uuid' }, sorts: { at: { sql: 's.at', type: 'timestamptz' } }, defaultSort: 'at', defaultOrder: 'desc',
};

/** What was answered to the hand-outs that the scope sees. What has been erased is left out. */
export function listAnswers(db: Queryable, { form, keys, paths, handOut }: HandOutScope & { readonly handOut?: string }, page: PageRequest = {}): Promise<PageOf<AnswerRow>> {
  const where = conditions(['s.data is not null']);
  where.add('h.form_key = ?', form);
  if (handOut !== undefined) where.add('h.instance = ?', handOut);
  where.add(seen, paths, keys);
  return listPage(db, answers, where, page);
}
