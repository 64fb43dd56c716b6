import { randomUUID } from 'node:crypto';
import { decide, permittedPaths } from '@reglament/access';
import type { Page, PageQuery, SaveSubstitution, SubstitutionRow } from '@reglament/contracts';
import {
  addSubstitution as addStored, appendAuditIn, cancelSubstitution as cancelStored, changeSubstitution as changeStored, findPeople, findSubstitution, inTransaction, listSubstitutions as listStored, type Substitution, type Tx,
} from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { invalidRequest, noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import { localDate } from '../clock/local-date.js';
import type { Shell } from '../shell.js';
import { callerSubject } from './subject-of.js';

export async function listSubstitutions(shell: Shell, caller: Caller, page: PageQuery): Promise<Answer<Page<SubstitutionRow>>> {
  const subject = await callerSubject(shell, caller);
  const rows = await rowsOf(shell, caller, await listStored(shell.store, permittedPaths(subject, 'manageSubstitutions'), idOf(caller.person)));
  const wished = page.q?.toLowerCase();
  const items = rows.filter(({ absent, substitute }) => !wished || `${absent.title} ${substitute.title}`.toLowerCase().includes(wished));
  return ok({ items, pageInfo: { endCursor: null, hasNextPage: false }, total: items.length, totalCapped: false });
}

export async function addSubstitution(shell: Shell, caller: Caller, body: SaveSubstitution): Promise<Answer<SubstitutionRow>> {
  const refused = await refusalOf(shell, caller, body);
  if (refused) return refused;
  const id = randomUUID();
  const added = await inTransaction(shell.store, async (tx) => {
    const done = await addStored(tx, { id, absent: idOf(body.absent), substitute: idOf(body.substitute), from: body.from, to: body.to, basis: body.basis }, caller.person);
    if (done) await note(tx, caller, 'substitution.added', await findSubstitution(tx, id), { old: null, new: termsOf({ ...body, absent: idOf(body.absent), substitute: idOf(body.substitute) }) });
    return done;
  });
  return added ? saved(shell, caller, id) : refuse(notFound());
}

export async function changeSubstitution(shell: Shell, caller: Caller, { id, body }: { readonly id: string; readonly body: SaveSubstitution }): Promise<Answer<SubstitutionRow>> {
  const present = await findSubstitution(shell.store, id);
  if (!present) return refuse(notFound());
  const refused = await refusalOf(shell, caller, { ...body, absent: `person:${present.absent}` });
  if (refused) return refused;
  const changed = await inTransaction(shell.store, async (tx) => {
    const done = await changeStored(tx, { id, substitute: idOf(body.substitute), from: body.from, to: body.to, basis: body.basis });
    if (done) await note(tx, caller, 'substitution.changed', present, { old: termsOf(present), new: termsOf({ ...body, absent: present.absent, substitute: idOf(body.substitute) }) });
    return done;
  });
  return changed ? saved(shell, caller, id) : refuse(notFound());
}

export async function cancelSubstitution(shell: Shell, caller: Caller, id: string): Promise<Answer<null>> {
  const present = await findSubstitution(shell.store, id);
  if (!present) return refuse(notFound());
  const decision = decide('substitution.manage', await callerSubject(shell, caller), { type: 'organisation', path: present.path });
  if (!decision.allowed) return refuse(noAccess(decision));
  await inTransaction(shell.store, async (tx) => {
    await cancelStored(tx, id);
    await note(tx, caller, 'substitution.cancelled', present, { old: termsOf(present), new: null });
  });
  shell.people.forget();
  return ok(null);
}

/** Ids and dates alone: the basis is a text of people and may name somebody (decision 18). */
function termsOf({ absent, substitute, from, to }: Pick<Substitution, 'absent' | 'substitute' | 'from' | 'to'>): Readonly<Record<string, string>> {
  return { absent, substitute, from, to };
}

async function note(tx: Tx, caller: Caller, action: string, about: Substitution | null, data: Readonly<Record<string, unknown>>): Promise<void> {
  if (about) await appendAuditIn(tx, [{ actor: caller.person, action, objectType: 'substitution', objectId: about.id, organisation: about.organisation, path: about.path, data }]);
}

/** Both people must exist, the term must have an end after its beginning, and the right is asked for the absent person's organisation. */
async function refusalOf(shell: Shell, caller: Caller, body: SaveSubstitution): Promise<ReturnType<typeof refuse> | null> {
  const ids = [idOf(body.absent), idOf(body.substitute)];
  const people = await findPeople(shell.store, ids);
  const absent = people.get(ids[0] ?? '');
  if (!absent) return refuse(notFound());
  const decision = decide('substitution.manage', await callerSubject(shell, caller), { type: 'organisation', path: absent.path });
  if (!decision.allowed) return refuse(noAccess(decision));
  if (people.get(ids[1] ?? '')?.status !== 'active') return refuse(fieldRefusal('/substitute', 'Такого сотрудника нет', 'There is no such person'));
  if (ids[0] === ids[1]) return refuse(fieldRefusal('/substitute', 'Нельзя замещать самого себя', 'Nobody stands in for themselves'));
  if (body.to < body.from) return refuse(fieldRefusal('/to', 'Конец раньше начала', 'The end is before the beginning'));
  return null;
}

function fieldRefusal(pointer: string, ru: string, en: string): ReturnType<typeof invalidRequest> {
  return invalidRequest('substitutionInvalid', `${ru}.`, `${en}.`, [{ pointer, code: 'substitutionInvalid', message: ru }]);
}

async function saved(shell: Shell, caller: Caller, id: string): Promise<Answer<SubstitutionRow>> {
  shell.people.forget();
  const found = await findSubstitution(shell.store, id);
  const [row] = found ? await rowsOf(shell, caller, [found]) : [];
  return row ? ok(row) : refuse(notFound());
}

async function rowsOf(shell: Shell, caller: Caller, rows: readonly Substitution[]): Promise<readonly SubstitutionRow[]> {
  const titles = await shell.people.titles(rows.flatMap(({ absent, substitute }) => [`person:${absent}`, `person:${substitute}`]), caller.locale);
  const party = (id: string): SubstitutionRow['absent'] => titles.get(`person:${id}`) ?? { reference: `person:${id}`, title: '—' };
  return rows.map((row) => {
    const today = localDate(shell.clock.now(), shell.organisations.record(row.organisation)?.timeZone ?? 'UTC');
    const status = row.cancelled || row.to < today ? 'ended' : row.from > today ? 'planned' : 'current';
    return { id: row.id, absent: party(row.absent), substitute: party(row.substitute), from: row.from, to: row.to, basis: row.basis, status };
  });
}

function idOf(person: string): string {
  return /^person:[0-9a-f-]{36}$/.test(person) ? person.slice('person:'.length) : '00000000-0000-0000-0000-000000000000';
}
