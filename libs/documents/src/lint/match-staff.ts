import { possibleSurnameForms } from '../russian/decline-name.js';
import { findNames } from '../russian/names-in-text.js';
import type { StaffMember } from './lint-facts.js';

/**
 * Members of the staff whom a phrase may name («Ветлугиной А.М., директору …»): equal initials and the surname in one of its forms.
 * More than one means that the name alone does not decide.
 */
export function matchStaff(phrase: string, staff: readonly StaffMember[]): StaffMember[] {
  const names = findNames(phrase);
  return staff.filter((member) =>
    names.some((name) => sameInitials(name.initials, member.initials) && [member.surname, ...(member.surnameForms ?? possibleSurnameForms(member.surname))].some((form) => fold(form) === fold(name.surname))),
  );
}

function sameInitials(a: string, b: string): boolean {
  return fold(a).replace(/[^\p{L}]/gu, '') === fold(b).replace(/[^\p{L}]/gu, '');
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}
