/** A person's name in the nominative. */
export interface FullName {
  surname: string;
  name: string;
  patronymic?: string;
}

/** «А. Б.»: first letters of name and patronymic; a double name keeps both («А.-М. Б.»). */
export function initialsOf(name: Pick<FullName, 'name' | 'patronymic'>): string {
  return [name.name, name.patronymic ?? '']
    .filter((part) => part.trim() !== '')
    .map((part) => part.trim().split('-').map((half) => `${half.charAt(0).toUpperCase()}.`).join('-'))
    .join(' ');
}

/** «А. Б. Иванова», as under a signature. */
export function initialsFirst(person: { initials: string; surname: string }): string {
  return `${spacedInitials(person.initials)} ${person.surname}`.trim();
}

/** «Иванова А. Б.», as in the text and in lists. */
export function surnameFirst(person: { initials: string; surname: string }): string {
  return `${person.surname} ${spacedInitials(person.initials)}`.trim();
}

/** «А.Б.» → «А. Б.». */
export function spacedInitials(initials: string): string {
  return initials.trim().replace(/\.\s*(?=\p{L})/gu, '. ');
}
