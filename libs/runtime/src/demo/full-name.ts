export interface NameParts { readonly surname: string; readonly givenName: string; readonly patronymic: string | null; readonly gender: 'male' | 'female' | null }

/** «Фамилия Имя Отчество», the patronymic where there is one; null where there are not two words at least. */
export function partsOfName(fullName: string): NameParts | null {
  const [surname, givenName, ...rest] = fullName.trim().split(/\s+/);
  if (surname === undefined || givenName === undefined) return null;
  const patronymic = rest.join(' ') || null;
  return { surname, givenName, patronymic, gender: genderOf(patronymic) };
}

/** Russian patronymics tell the gender by their ending; what else is written there tells nothing. */
function genderOf(patronymic: string | null): NameParts['gender'] {
  if (patronymic === null) return null;
  if (/(?:вич|ьич|мич|тич|кич|оглы)$/iu.test(patronymic)) return 'male';
  return /(?:вна|чна|шна|кызы)$/iu.test(patronymic) ? 'female' : null;
}
