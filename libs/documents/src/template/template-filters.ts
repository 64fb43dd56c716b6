import { nonBreaking } from '../russian/non-breaking.js';
import { formatDate, formatLastDay } from '../russian/dates.js';
import { declineName, genderOf, type DeclinableName } from '../russian/decline-name.js';
import { declinePosition } from '../russian/decline-position.js';
import type { CaseForms, GrammaticalCase } from '../russian/cases.js';
import { initialsFirst, initialsOf, surnameFirst, type FullName } from '../russian/initials.js';
import { countOf } from '../russian/plurals.js';

/** A formatter of a tag: `{date | дата}`, `{person | фио:дательный}`. Undefined: the value is not of the kind that it formats. */
export type TemplateFilter = (value: unknown, argument: string | undefined) => string | undefined;

const caseNames: Record<string, GrammaticalCase> = {
  именительный: 'nominative', родительный: 'genitive', дательный: 'dative', винительный: 'accusative', творительный: 'instrumental', предложный: 'prepositional',
  nominative: 'nominative', genitive: 'genitive', dative: 'dative', accusative: 'accusative', instrumental: 'instrumental', prepositional: 'prepositional',
};

const filters: Record<string, TemplateFilter> = {
  дата: (value) => ofDate(value, (date) => formatDate(date, 'digits')),
  дата_словами: (value) => ofDate(value, (date) => nonBreaking(formatDate(date, 'words'))),
  дата_в_кавычках: (value) => ofDate(value, (date) => nonBreaking(formatDate(date, 'quoted'))),
  по_включительно: (value) => ofDate(value, (date) => nonBreaking(formatLastDay(date))),
  фио: (value, argument) => ofPerson(value, argument, (name) => [name.surname, name.name, name.patronymic].filter((part) => part !== '').join(' ')),
  фамилия_инициалы: (value, argument) => ofPerson(value, argument, (name, person) => nonBreaking(surnameFirst({ surname: name.surname, initials: initialsOf(person) }))),
  инициалы_фамилия: (value, argument) => ofPerson(value, argument, (name, person) => nonBreaking(initialsFirst({ surname: name.surname, initials: initialsOf(person) }))),
  должность: (value, argument) => {
    const to = caseNames[argument ?? 'именительный'];
    const position = readPosition(value);
    return position !== undefined && to !== undefined ? declinePosition(position.title, to, position.forms) : undefined;
  },
  число: (value) => (typeof value === 'number' && Number.isFinite(value) ? russianNumber(value) : undefined),
  прописными: (value) => (typeof value === 'string' ? value.toUpperCase() : undefined),
  с_прописной: (value) => (typeof value === 'string' ? value.charAt(0).toUpperCase() + value.slice(1) : undefined),
  со_строчной: (value) => (typeof value === 'string' ? withSmallLetter(value) : undefined),
  слово: (value, argument) => {
    const forms = argument?.split(',').map((form) => form.trim()) ?? [];
    const [one, few, many] = forms;
    return typeof value === 'number' && one !== undefined && few !== undefined && many !== undefined ? countOf(value, [one, few, many]).replace(' ', '\u00a0') : undefined;
  },
};

const english: Record<string, string> = {
  date: 'дата', dateWords: 'дата_словами', dateQuoted: 'дата_в_кавычках', lastDay: 'по_включительно', fullName: 'фио', surnameInitials: 'фамилия_инициалы',
  initialsSurname: 'инициалы_фамилия', position: 'должность', number: 'число', upper: 'прописными', capital: 'с_прописной', uncapital: 'со_строчной', count: 'слово',
};

/** Names that a template may use, Russian and English. */
export const templateFilterNames: readonly string[] = [...Object.keys(filters), ...Object.keys(english)];

export function templateFilter(name: string): TemplateFilter | undefined {
  const russian = Object.hasOwn(english, name) ? english[name] : name;
  return russian !== undefined && Object.hasOwn(filters, russian) ? filters[russian] : undefined;
}

/** «Ведущий специалист» within a sentence; «МБУ» and «ИТ-отдел» stay as they are. */
function withSmallLetter(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function ofDate(value: unknown, format: (date: string) => string): string | undefined {
  if (typeof value !== 'string') return undefined;
  const day = value.slice(0, 10);
  try {
    return format(day);
  } catch {
    return undefined;
  }
}

function ofPerson(value: unknown, argument: string | undefined, format: (declined: Required<FullName>, person: FullName) => string): string | undefined {
  const person = readPerson(value);
  const to = caseNames[argument ?? 'именительный'];
  if (person === undefined || to === undefined) return undefined;
  const gender = person.gender ?? genderOf(person);
  return format(declineName({ ...person, ...(gender !== undefined && { gender }) }, to), person);
}

function readPerson(value: unknown): DeclinableName | undefined {
  if (!isRecord(value)) return undefined;
  const { surname, name, patronymic, gender } = value;
  if (typeof surname !== 'string' || typeof name !== 'string') return undefined;
  return { surname, name, ...(typeof patronymic === 'string' && { patronymic }), ...((gender === 'male' || gender === 'female') && { gender }) };
}

/** A position is its name, or its name with the forms that the office confirmed. */
function readPosition(value: unknown): { title: string; forms?: CaseForms } | undefined {
  if (typeof value === 'string') return { title: value };
  if (!isRecord(value) || typeof value['title'] !== 'string') return undefined;
  const forms = isRecord(value['forms']) ? Object.fromEntries(Object.entries(value['forms']).filter(([, form]) => typeof form === 'string')) : undefined;
  return { title: value['title'], ...(forms && { forms: forms as CaseForms }) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** «12 345,67»: spaces that do not break between thousands, comma before the fraction. */
function russianNumber(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  if (!/^-?\d+$/u.test(whole) || (fraction !== undefined && !/^\d+$/u.test(fraction))) return String(value);
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, '\u00a0');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}
