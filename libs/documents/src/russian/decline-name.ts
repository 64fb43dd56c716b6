import { incline, inclineFirstname, inclineLastname, inclineMiddlename } from 'lvovich';
import { grammaticalCases, type CaseForms, type Gender, type GrammaticalCase } from './cases.js';
import { spacedInitials, type FullName } from './initials.js';

/** A person's name with what the office knows better than the rules. */
export interface DeclinableName extends FullName {
  gender?: Gender;
  /** Confirmed forms of the surname («Седых» in every case). */
  surnameForms?: CaseForms;
  nameForms?: CaseForms;
  patronymicForms?: CaseForms;
}

/** A full name in a case. Confirmed forms win; the rules of `lvovich` (petrovich) suggest the rest. */
export function declineName(person: DeclinableName, to: GrammaticalCase): Required<FullName> {
  if (to === 'nominative') return { surname: person.surname, name: person.name, patronymic: person.patronymic ?? '' };
  const suggested = suggestedForms(person, to);
  return {
    surname: person.surnameForms?.[to] ?? suggested.last ?? person.surname,
    name: person.nameForms?.[to] ?? suggested.first ?? person.name,
    patronymic: person.patronymicForms?.[to] ?? suggested.middle ?? person.patronymic ?? '',
  };
}

/** `incline` judges the gender by the name even where it is told; a gender that is known goes to each part by itself. */
function suggestedForms(person: DeclinableName, to: Exclude<GrammaticalCase, 'nominative'>): { last?: string | null; first?: string | null; middle?: string | null } {
  const { surname, name, patronymic = '' } = person;
  const gender = person.gender ?? genderOf(person);
  if (gender === undefined) return incline({ last: surname, first: name, middle: patronymic }, to);
  return {
    last: inclineLastname(surname, to, gender), first: inclineFirstname(name, to, gender),
    middle: patronymic === '' ? '' : inclineMiddlename(patronymic, to, gender),
  };
}

/** «Ивановой А. Б.»: the surname in a case, initials after it. */
export function declinedSurnameFirst(person: DeclinableName & { initials: string }, to: GrammaticalCase): string {
  return `${declineName(person, to).surname} ${spacedInitials(person.initials)}`;
}

/** Every form of a surname, each once: what `matchStaff` compares text with. */
export function surnameFormsOf(person: DeclinableName): string[] {
  return [...new Set(grammaticalCases.map((to) => declineName(person, to).surname))];
}

/** Forms that a surname may take for a person of either gender: for recognising it in a text, not for printing. */
export function possibleSurnameForms(surname: string): string[] {
  return [...new Set((['male', 'female'] as const).flatMap((gender) => grammaticalCases.map((to) => inclineLastname(surname, to, gender))))];
}

/** By the patronymic, which decides for Russian names; undefined where there is none or it is not Russian. */
export function genderOf(person: Pick<FullName, 'patronymic'>): Gender | undefined {
  const patronymic = (person.patronymic ?? '').toLowerCase();
  if (/(?:вна|чна|шна|кызы)$/u.test(patronymic)) return 'female';
  return /(?:ич|оглы)$/u.test(patronymic) ? 'male' : undefined;
}
