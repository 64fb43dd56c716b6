import {
  addAccount, addEmployments, addOrganisation, addPeople, addRoleAssignments, addSubstitution, findAllOrganisations, type Tx,
} from '@reglament/store';
import { writeLetterhead } from '../organisations/letterhead.js';
import { homeOf, type MadeAccount } from './demo-accounts.js';
import { sampleId } from './sample-id.js';
import type { Samples } from './samples.js';

/** Adds the organisations that are not there yet, parents first. */
export async function addSampleOrganisations(tx: Tx, organisations: Samples['organisations']): Promise<void> {
  const present = new Set((await findAllOrganisations(tx)).map(({ id }) => id));
  for (const { key, parent, kind, fullName, shortName, timeZone, calendar, letterhead, place, emblem } of parentsFirst(organisations)) {
    const id = sampleId('organisation', key);
    if (present.has(id)) continue;
    await addOrganisation(tx, { id, parent: parent === undefined ? null : sampleId('organisation', parent), kind, fullName, shortName, timeZone, calendar });
    if (letterhead !== undefined || place !== undefined || emblem !== undefined) await writeLetterhead(tx, id, { lines: letterhead ?? [fullName], place: place ?? null, ...(emblem !== undefined && { emblem }) });
  }
}

function parentsFirst(organisations: Samples['organisations']): Samples['organisations'] {
  const children = new Map<string | undefined, Samples['organisations']>();
  for (const each of organisations) children.set(each.parent, [...(children.get(each.parent) ?? []), each]);
  const below = (parent: string | undefined): Samples['organisations'] => (children.get(parent) ?? []).flatMap((each) => [each, ...below(each.key)]);
  return below(undefined);
}

/** Adds everybody with what they hold. Organisations, roles and positions are there already. */
export async function addSamplePeople(tx: Tx, { people, substitutions }: Samples, accounts: readonly MadeAccount[], today: string): Promise<void> {
  await addPeople(tx, people.map((person) => ({
    id: sampleId('person', person.key), organisation: sampleId('organisation', homeOf(person)),
    surname: person.lastName, givenName: person.firstName, patronymic: person.patronymic ?? null, gender: person.gender,
  })));
  const held = <Held extends { readonly organisation: string; readonly from?: string; readonly to?: string }>(type: 'employment' | 'role-assignment', key: string, all: readonly Held[]) =>
    all.map((each, i) => ({
      ...each, id: sampleId(type, `${key}/${i}`), person: sampleId('person', key), organisation: sampleId('organisation', each.organisation), from: each.from ?? null, to: each.to ?? null,
    }));
  await addEmployments(tx, people.flatMap(({ key, employments }) => held('employment', key, employments)));
  await addRoleAssignments(tx, people.flatMap(({ key, roles }) => held('role-assignment', key, roles)));
  for (const { person, organisation, passwordHash, inFile } of accounts) {
    await addAccount(tx, { person, organisation, passwordHash, login: inFile.login, locale: 'ru' });
  }
  for (const [i, { absent, substitute, fromDay, toDay, basis }] of substitutions.entries()) {
    const id = sampleId('substitution', `${absent}/${substitute}/${i}`);
    const by = `person:${sampleId('person', substitute)}`;
    await addSubstitution(tx, { id, absent: sampleId('person', absent), substitute: sampleId('person', substitute), from: addDays(today, fromDay), to: addDays(today, toDay), basis }, by);
  }
}

/** Calendar days after (or before) a date `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
