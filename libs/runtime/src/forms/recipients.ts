import { isWithin } from '@reglament/access';
import { textIn, type FormRecipients, type PartyReference } from '@reglament/contracts';
import { findPeople, holdersOf, roleChoices } from '@reglament/store';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import { localDate } from '../clock/local-date.js';
import { fieldRefused } from '../people/managed-person.js';
import type { Shell } from '../shell.js';
import { lexiconOf } from '../views/lexicon.js';
import { formPlace, type FormPlace } from './form-place.js';

/** One hand-out is one case: more people are given it in several. */
export const MOST_PEOPLE = 5_000;

/** The roles that can be asked as a whole, with how many people hold each in the caller's organisation and below. */
export async function formRecipients(shell: Shell, caller: Caller): Promise<Answer<FormRecipients>> {
  const place = await formPlace(shell, caller, 'form.manage');
  if (!place.ok) return place;
  const { organisation, path } = place.value;
  const roles = await roleChoices(shell.store, path);
  const counted = await Promise.all(roles.map(async ({ key, title }) => ({ key, title: textIn(title, caller.locale), people: (await holdersOfRole(shell, place.value, key)).length })));
  const lexicon = await lexiconOf(shell, caller.locale, { parties: [], organisations: [organisation], definitions: [] });
  return ok({ organisation: lexicon.organisation(organisation), roles: counted.filter(({ people }) => people > 0) });
}

/** People whom references mean, each once. Only people of the caller's organisation and below can be asked. */
export async function peopleOf(shell: Shell, caller: Caller, place: FormPlace, recipients: readonly PartyReference[]): Promise<Answer<readonly PartyReference[]>> {
  const found = new Set<PartyReference>();
  const persons = await findPeople(shell.store, recipients.flatMap((each) => /^person:([0-9a-f-]{36})$/u.exec(each)?.[1] ?? []));
  for (const [index, reference] of recipients.entries()) {
    const role = /^role:([a-z][a-z0-9-]*)@([0-9a-f-]{36})$/u.exec(reference);
    const person = persons.get(reference.replace(/^person:/u, ''));
    const at = role ? shell.organisations.record(role[2] ?? '') : null;
    if (role && at && isWithin(at.path, place.path)) {
      for (const holder of await holdersOfRole(shell, { ...place, path: at.path }, role[1] ?? '')) found.add(holder);
    } else if (person && person.status === 'active' && isWithin(person.path, place.path)) {
      found.add(reference);
    } else {
      return fieldRefused(`/recipients/${index}`, 'unknownRecipient', 'Этого человека или этой роли нет в вашей организации.', 'Your organisation has no such person or role.', caller.locale);
    }
  }
  if (found.size === 0) return fieldRefused('/recipients', 'nobody', 'Эту роль сейчас никто не исполняет.', 'Nobody holds this role now.', caller.locale);
  if (found.size > MOST_PEOPLE) return fieldRefused('/recipients', 'tooMany', `Больше ${MOST_PEOPLE} человек сразу: разделите список.`, `More than ${MOST_PEOPLE} people at once: divide the list.`, caller.locale);
  return ok([...found]);
}

async function holdersOfRole(shell: Shell, { path, timeZone }: Pick<FormPlace, 'path' | 'timeZone'>, role: string): Promise<readonly PartyReference[]> {
  const references = shell.organisations.all().filter((each) => each.status === 'active' && isWithin(each.path, path)).map(({ id }) => `role:${role}@${id}`);
  const holders = await holdersOf(shell.store, references, localDate(shell.clock.now(), timeZone));
  return [...new Set([...holders.values()].flat())].map((id) => `person:${id}`);
}
