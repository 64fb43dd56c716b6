import type { Locale, PartyReference, TemplateParty } from '@reglament/contracts';
import { initialsOf } from '@reglament/documents';
import type { DirectoryPort, Letterhead, PrintedParty } from '@reglament/handlers';
import { findPeople, holdersOf, type Person } from '@reglament/store';
import { readLetterhead } from '../organisations/letterhead.js';
import type { Shell } from '../shell.js';

/** Printed documents are Russian, whatever language the reader of the panel has chosen. */
const LANGUAGE_OF_RECORD: Locale = 'ru';

/** Parties as documents print them. Not part of any transaction: names and positions of people do not change with a case. */
export function directory(shell: Shell): DirectoryPort {
  return {
    async describe(parties) {
      const people = await peopleBehind(shell, parties);
      const titles = await shell.people.titles(parties, LANGUAGE_OF_RECORD);
      const described = await Promise.all(parties.map(async (party): Promise<readonly [PartyReference, PrintedParty]> => {
        const person = people.get(party) ?? null;
        const title = titles.get(party)?.title ?? '—';
        const position = person === null ? null : await positionOf(shell, party, person);
        return [party, {
          party, title, status: person?.status ?? 'active',
          person: person?.surname ? { surname: person.surname, initials: initialsOf({ name: person.givenName ?? '', ...(person.patronymic !== null && { patronymic: person.patronymic }) }) } : null,
          position: position?.title ?? null,
          template: { party, title, ...nameOf(person), ...(position && { position }) },
        }];
      }));
      return new Map(described);
    },
    letterhead: (organisation) => letterheadOf(shell, organisation),
  };
}

/** A person for each party: itself, or whoever answers for the organisation or holds the position today. */
async function peopleBehind(shell: Shell, parties: readonly PartyReference[]): Promise<ReadonlyMap<PartyReference, Person>> {
  const named = parties.filter((party) => party.startsWith('person:'));
  const held = await holdersOf(shell.store, parties.filter((party) => !party.startsWith('person:')), shell.clock.now().slice(0, 10));
  const idOf = new Map<PartyReference, string>([
    ...named.map((party) => [party, party.slice('person:'.length)] as const),
    ...[...held].flatMap(([party, ids]) => (ids[0] === undefined ? [] : [[party, ids[0]] as const])),
  ]);
  const people = await findPeople(shell.store, [...new Set(idOf.values())]);
  return new Map([...idOf].flatMap(([party, id]) => (people.has(id) ? [[party, people.get(id)!] as const] : [])));
}

/** Names in full, so that a template can decline them; nothing of a party that nobody answers for. */
function nameOf(person: Person | null): Partial<TemplateParty> {
  if (!person?.surname) return {};
  const { surname, givenName, patronymic, gender } = person;
  return { surname, name: givenName ?? '', ...(patronymic !== null && { patronymic }), ...(gender !== null && { gender }) };
}

/** The position that the reference names, or the person's main one, with the case forms that the office confirmed for it. */
async function positionOf(shell: Shell, party: PartyReference, person: Person): Promise<TemplateParty['position'] | null> {
  const today = shell.clock.now().slice(0, 10);
  const held = (await shell.people.facts(`person:${person.id}`)).own.positions.find(({ from, to }) => (from ?? today) <= today && today <= (to ?? today));
  const position = party.startsWith('position:') ? party : held && `position:${held.position}@${held.organisation}`;
  if (!position) return null;
  const title = (await shell.people.titles([position], LANGUAGE_OF_RECORD)).get(position)?.title;
  if (title === undefined) return null;
  const [key = '', organisation = ''] = position.slice('position:'.length).split('@');
  const forms = shell.settings.positionForms(key, shell.organisations.record(organisation)?.path ?? '');
  return { title, ...(forms && { forms }) };
}

async function letterheadOf(shell: Shell, organisation: string): Promise<Letterhead> {
  const kept = await readLetterhead(shell.store, organisation);
  const record = shell.organisations.record(organisation);
  return { lines: kept?.lines ?? (record ? [record.fullName] : []), details: [], place: kept?.place ?? null };
}
