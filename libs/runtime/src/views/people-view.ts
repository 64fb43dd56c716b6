import { permittedPaths } from '@reglament/access';
import type { OrganisationRow, Page, PageQuery, PartyView, PersonRow } from '@reglament/contracts';
import { listOrganisations as listStoredOrganisations, listPeople as listStored, searchParties as searchStored } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import { localDate } from '../clock/local-date.js';
import { describeRecords, searchRecords } from '../records/lookup-records.js';
import { personRow, personRows } from '../people/person-row.js';
import type { Shell } from '../shell.js';
import { isId } from './instance-view.js';
import { callerSubject } from './subject-of.js';

const PARTY_TYPES = ['person', 'organisation', 'position'] as const;

export async function listOrganisations(shell: Shell, caller: Caller, page: PageQuery): Promise<Answer<Page<OrganisationRow>>> {
  const subject = await callerSubject(shell, caller);
  const rows = await listStoredOrganisations(shell.store, permittedPaths(subject, 'seePeople'));
  const wished = page.q?.toLowerCase();
  const items = rows.filter(({ shortName, fullName }) => !wished || `${shortName} ${fullName}`.toLowerCase().includes(wished)).map(({ id, parent, shortName, fullName, kind, timeZone, calendar, status }) => ({ id, parent, shortName, fullName, kind, timeZone, calendar, status }));
  return ok({ items, pageInfo: { endCursor: null, hasNextPage: false }, total: items.length, totalCapped: false });
}

export async function listPeople(shell: Shell, caller: Caller, filter: { readonly organisation?: string; readonly role?: string }, page: PageQuery): Promise<Answer<Page<PersonRow>>> {
  const subject = await callerSubject(shell, caller);
  const found = await listStored(shell.store, { paths: permittedPaths(subject, 'seePeople'), ...filter, ...(page.q !== undefined && { q: page.q }) }, page);
  return ok({ ...found, items: await personRows(shell, caller, found.items) });
}

export async function viewPerson(shell: Shell, caller: Caller, id: string): Promise<Answer<PersonRow>> {
  const row = isId(id) ? await personRow(shell, caller, id) : null;
  return row ? ok(row) : refuse(notFound());
}

/**
 * Whom a form may name: everybody of the tree to which the caller's organisation belongs. Names of colleagues are no secret inside
 * an office; what is personal about them is not part of the answer.
 */
export async function searchParties(shell: Shell, caller: Caller, wished: { readonly text: string; readonly kinds: readonly string[]; readonly role?: string }): Promise<Answer<readonly PartyView[]>> {
  const home = await shell.people.organisationOf(caller.person);
  const organisation = home ? shell.organisations.record(home) : null;
  if (!organisation) return ok([]);
  const root = organisation.path.split('/')[0] ?? organisation.path;
  const records = await searchRecords(shell, caller, wished);
  const types = PARTY_TYPES.filter((type) => wished.kinds.includes(type));
  if (types.length === 0) return ok(records);
  const parties = await searchStored(shell.store, {
    text: wished.text, types, role: wished.role ?? null, paths: [root], near: organisation.id,
    on: localDate(shell.clock.now(), organisation.timeZone),
  });
  return ok([...records, ...parties]);
}

export async function resolveParties(shell: Shell, caller: Caller, references: readonly string[]): Promise<Answer<readonly PartyView[]>> {
  const parties = await shell.people.titles(references.filter((each) => /^(person|organisation|position|role):/.test(each)), caller.locale);
  return ok([...parties.values(), ...await describeRecords(shell, caller, references)]);
}
